import { middleDate } from '#src/kernel/dates.ts';
import {
  documentAudienceWords,
  formatOf,
  kindLabel,
  kindOptions,
  type ListedDocument,
  readingWords,
} from '#src/modules/documents/index.ts';
import { ButtonRow, SubmitButton } from '#src/ui/buttons.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { FilterBar, FilterChip } from '#src/ui/filter-chip.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { TextField } from '#src/ui/text-field.tsx';
import type { DocumentsFilter } from './documents-search.ts';

type SearchProps = { readonly action: string; readonly filter: DocumentsFilter; readonly note: string };

/** Looks for words in titles, senders, notes and the files themselves, and narrows by kind. */
export function DocumentSearch({ action, filter, note }: SearchProps) {
  return (
    <>
      <form class="post" method="get" action={action}>
        {filter.kinds.map((kind) => (
          <HiddenField key={kind} name="kind" value={kind} />
        ))}
        <TextField
          name="q"
          label="Words in the documents"
          hint="Such as: receptive language, or &quot;sensory diet&quot;"
          value={filter.q}
        />
        <ButtonRow>
          <SubmitButton kind="second">Search</SubmitButton>
        </ButtonRow>
      </form>
      <FilterBar label="Filters" note={note}>
        <FilterChip
          label="Kind"
          name="kind"
          options={kindOptions}
          chosen={filter.kinds}
          keep={filter.q === '' ? [] : [['q', filter.q]]}
          action={action}
        />
      </FilterBar>
    </>
  );
}

function What({ document }: { document: ListedDocument }) {
  const { documentId, title, found, scan, reading, currentVersion, fromWhom } = document;
  const quiet = [
    ...(fromWhom === null ? [] : [fromWhom]),
    ...(currentVersion > 1 ? [`version ${currentVersion}`] : []),
    ...(reading === 'read' || reading === 'waiting' ? [] : [readingWords[reading]]),
  ];
  return (
    <>
      <a href={`/documents/${documentId}`}>{title}</a>
      {scan === 'held' && <Tag kind="warn">Held back</Tag>}
      {scan === 'refused' && <Tag kind="late">Removed</Tag>}
      {quiet.length > 0 && <div class="quiet small">{quiet.join(' · ')}</div>}
      {found !== null && <div class="small">…{found.replace(/\s+/g, ' ')}…</div>}
    </>
  );
}

type ListProps = {
  readonly documents: readonly ListedDocument[];
  /** Says of each whose it is: not needed on the page of one pupil. */
  readonly withPupil: boolean;
};

/** Documents as a table, the newest or the best find first. */
export function DocumentTable({ documents, withPupil }: ListProps) {
  return (
    <Sheet label="Documents">
      <DataTable
        caption="Documents"
        columns={[
          { key: 'title', label: 'Document', isRowHead: true },
          ...(withPupil ? [{ key: 'pupil' as const, label: 'About' }] : []),
          { key: 'kind', label: 'What it is' },
          { key: 'dated', label: 'Dated' },
          { key: 'received', label: 'Received', isQuiet: true },
          { key: 'audience', label: 'Who may read it', isQuiet: true },
          { key: 'format', label: 'File', isQuiet: true },
        ]}
        rows={documents.map((document) => ({
          title: <What document={document} />,
          pupil:
            document.pupilId === null ? (
              'The school'
            ) : (
              <a href={`/pupils/${document.pupilId}/documents`}>{document.pupilName ?? 'A pupil'}</a>
            ),
          kind: kindLabel(document.kind),
          dated: document.datedOn === null ? '–' : middleDate(document.datedOn),
          received: middleDate(document.receivedOn),
          audience: documentAudienceWords[document.audience],
          format: formatOf(document.format).label,
        }))}
      />
    </Sheet>
  );
}
