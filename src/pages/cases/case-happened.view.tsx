import { checkedDay } from '#src/kernel/dates.ts';
import type { Case, CaseEvent } from '#src/modules/ehcp/index.ts';
import { DataTable } from '#src/ui/data-table.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { caseHref, eventWords } from './case-words.ts';

const columns = [
  { key: 'when', label: 'When' },
  { key: 'what', label: 'What happened', isRowHead: true },
  { key: 'note', label: 'Note', isWide: true },
] as const;

type Happened = {
  readonly of: Case;
  readonly mayWrite: boolean;
  /** Titles of the pupil's documents that the actor may see. */
  readonly titles: ReadonlyMap<string, string>;
};

function Note({ of, event, titles }: Happened & { event: CaseEvent }) {
  const { note, documentId, withdrawnWhy, name, caseEventId } = event;
  const title = documentId === null ? undefined : titles.get(documentId);
  const href = `${caseHref(of.caseId)}/events/${caseEventId}`;
  return (
    <>
      {withdrawnWhy !== null && <p class="small">{`Withdrawn: ${withdrawnWhy}`}</p>}
      {name === 'letterSent' && note !== null ? (
        <p>
          <a href={`${href}/letter.pdf`}>PDF</a> · <a href={`${href}/letter.docx`}>Word</a>
        </p>
      ) : (
        note !== null && <p>{note}</p>
      )}
      {title !== undefined && (
        <p>
          <a href={`/documents/${documentId}`}>{title}</a>
        </p>
      )}
    </>
  );
}

/** What happened in a case, the newest first; what was withdrawn stands there with its reason. */
export function HappenedTable(given: Happened) {
  const { of, mayWrite } = given;
  const rows = of.events.toReversed().map((event) => ({
    when: checkedDay(event.happenedOn),
    what: (
      <>
        {eventWords(of, event.name)}
        {event.withdrawnWhy !== null && (
          <>
            {' '}
            <Tag kind="watch">Withdrawn</Tag>
          </>
        )}
        {mayWrite && event.withdrawnWhy === null && (
          <span class="why">
            <a href={`${caseHref(of.caseId)}/events/${event.caseEventId}/withdraw`}>
              Correct
              <span class="govuk-visually-hidden">{` ${eventWords(of, event.name)}`}</span>
            </a>
          </span>
        )}
      </>
    ),
    note: <Note {...given} event={event} />,
  }));
  return <DataTable caption="What happened" columns={columns} rows={rows} isStacked />;
}
