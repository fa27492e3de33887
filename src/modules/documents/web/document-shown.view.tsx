import { longDate } from '#src/kernel/dates.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { ButtonRow, LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { Details } from '#src/ui/details.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { type DocumentFile, mayBeGiven, type SchoolDocument } from '../domain/document.ts';
import { documentAudienceWords, kindLabel, schoolAudienceWords } from '../domain/document-kinds.ts';
import { formatOf, readingWords, scanWords, sizeWords } from '../domain/file-formats.ts';
import { homeOf } from './kept-document.ts';

type OfFile = { readonly document: SchoolDocument; readonly file: DocumentFile };

const addressOf = ({ document, file }: OfFile): string => `${homeOf(document)}/files/${file.documentFileId}`;

/** The file itself, as far as a page can show it: a picture or its text here, a PDF in the browser's own reader. */
export function Preview({ document, file, words }: OfFile & { readonly words: string | null }) {
  const address = addressOf({ document, file });
  const { shownAs, label } = formatOf(file.format);
  if (!mayBeGiven(file)) {
    return (
      <Card title="The file" tone="late">
        <p>
          {file.storeName === null && file.scan !== 'refused'
            ? 'The file is no longer kept.'
            : scanWords[file.scan]}
        </p>
        {file.scanFound !== null && <p>It found: {file.scanFound}. The file was removed.</p>}
      </Card>
    );
  }
  return (
    <Card title="The file">
      {shownAs === 'picture' && (
        <p>
          <img class="preview" src={`${address}/show`} alt={document.title} />
        </p>
      )}
      {shownAs === 'words' && words !== null && <pre class="preview">{words}</pre>}
      {file.scan === 'not_scanned' && <p class="quiet">{scanWords.not_scanned}.</p>}
      <ButtonRow>
        {shownAs === 'reader' && <LinkButton href={`${address}/show`}>Open the PDF</LinkButton>}
        <LinkButton href={address} kind={shownAs === 'reader' ? 'second' : 'first'}>
          {`Download (${label}, ${sizeWords(file.bytes)})`}
        </LinkButton>
      </ButtonRow>
      {shownAs !== 'words' && words !== null && (
        <Details summary="Its words, as they are searched">
          <pre class="preview">{words}</pre>
        </Details>
      )}
      {file.reading !== 'read' && <p class="quiet">{readingWords[file.reading]}.</p>}
    </Card>
  );
}

/** Every file that the document was, the newest first. */
export function Versions({ document, files }: { document: SchoolDocument; files: readonly DocumentFile[] }) {
  return (
    <Card title="Versions">
      <DataTable
        caption="Versions, the newest first"
        isStacked
        columns={[
          { key: 'number', label: 'Version', isRowHead: true },
          { key: 'file', label: 'File' },
          { key: 'when', label: 'Kept', isQuiet: true },
          { key: 'why', label: 'Why' },
        ]}
        rows={files.map((file) => ({
          number: `${file.versionNumber}${file.versionNumber === document.currentVersion ? ', current' : ''}`,
          file: mayBeGiven(file) ? (
            <a href={addressOf({ document, file })}>{file.fileName}</a>
          ) : (
            <>
              {file.fileName} <Tag kind="late">{file.scan === 'held' ? 'Held back' : 'Removed'}</Tag>
            </>
          ),
          when: `${timeWords(file.receivedAt)}${file.byName === null ? '' : `, ${file.byName}`}`,
          why: file.why ?? 'First version',
        }))}
      />
    </Card>
  );
}

type FactsProps = OfFile & { readonly kept: string };

/** What is said of a document, and how long it is kept. */
export function DocumentFactsCard({ document, file, kept }: FactsProps) {
  const { datedOn, fromWhom, notes, pupilId, audience } = document;
  const words = pupilId === null ? schoolAudienceWords : documentAudienceWords;
  return (
    <Card title="Details">
      <SummaryList
        rows={[
          { key: 'What it is', value: kindLabel(document.kind) },
          { key: 'From whom', value: fromWhom ?? 'Not said' },
          { key: 'Date', value: datedOn === null ? 'None on it' : longDate(datedOn) },
          { key: 'Received', value: longDate(document.receivedOn) },
          { key: 'Who may read it', value: words[audience] },
          ...(notes === null ? [] : [{ key: 'Notes', value: notes }]),
          { key: 'Viruses', value: scanWords[file.scan] },
          ...(file.pages === null ? [] : [{ key: 'Pages', value: file.pages }]),
          { key: 'Kept until', value: kept },
        ]}
      />
    </Card>
  );
}
