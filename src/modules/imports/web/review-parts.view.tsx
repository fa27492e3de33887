import { type Member, may } from '#src/kernel/access.ts';
import { middleDate } from '#src/kernel/dates.ts';
import { yearWords } from '#src/modules/pupils/index.ts';
import { ChipNav } from '#src/ui/chip-nav.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { Tag } from '#src/ui/tag.tsx';
import type { KeptRow } from '../queries/find-import.ts';
import { type Part, parts, type Review, rowsOnPage } from '../queries/find-review.ts';
import { count, saidWords } from './import-words.ts';

const partWords: Record<Part, string> = {
  decide: 'To decide',
  changed: 'Changed',
  new: 'New',
  missing: 'Missing from this file',
  unread: 'Cannot be read',
  warnings: 'Warnings',
  leftout: 'Left out',
};

const rowLink = ({ kept }: Review, row: KeptRow) => (
  <a href={`/imports/${kept.importId}/rows/${row.rowNumber}`}>{row.title}</a>
);

const decisionWords: Readonly<Record<string, string>> = {
  take: 'Take the file’s',
  leave: 'Leave out',
  same: 'The same pupil',
  new: 'Another child: new',
};
const decided = (row: KeptRow): string => (row.decision === null ? '' : (decisionWords[row.decision] ?? ''));

const askColumns = [
  { key: 'row', label: 'Row', isNumber: true },
  { key: 'who', label: 'Record', isRowHead: true },
  { key: 'why', label: 'Why it is asked' },
  { key: 'decided', label: 'Decided' },
] as const;

function ToDecide({ review }: { review: Review }) {
  return (
    <DataTable
      caption="Records about which somebody has to decide"
      columns={askColumns}
      rows={review.rows.map((row) => ({
        row: count(row.fileRow),
        who: rowLink(review, row),
        why: row.why ?? '',
        decided: decided(row) || <Tag kind="warn">Not yet</Tag>,
      }))}
    />
  );
}

const changeColumns = [
  { key: 'row', label: 'Row', isNumber: true },
  { key: 'who', label: 'Record', isRowHead: true },
  { key: 'what', label: 'What' },
  { key: 'now', label: 'In Sendero now' },
  { key: 'file', label: 'In the file' },
  { key: 'mark', label: 'What happens' },
] as const;

function happens(row: KeptRow, isOurs: boolean) {
  if (row.decision === 'leave') return 'Left out';
  if (!isOurs) return 'Taken';
  return row.decision === 'take' ? 'Taken, as decided' : <Tag kind="warn">Yours: stays</Tag>;
}

function Changed({ review }: { review: Review }) {
  const lines = review.rows.flatMap((row) =>
    row.changes.map((change, index) => ({
      row: index === 0 ? count(row.fileRow) : '',
      who: index === 0 ? rowLink(review, row) : <span class="govuk-visually-hidden">{row.title}</span>,
      what: change.label,
      now: saidWords(change, change.before),
      file: saidWords(change, change.after),
      mark: happens(row, change.isOurs),
    })),
  );
  return <DataTable caption="Old and new, side by side" columns={changeColumns} rows={lines} />;
}

const newColumns = [
  { key: 'row', label: 'Row', isNumber: true },
  { key: 'who', label: 'Record', isRowHead: true },
  { key: 'what', label: 'What the file says' },
  { key: 'decided', label: 'Decided' },
] as const;

const shownOfNew = [
  'Year group',
  'Class',
  'SEN status',
  'Needs',
  'Post',
  'In charge',
  'Pupils who join',
  'Lessons',
  'Measure',
  'Score',
  'Day',
  'Pupils',
  'Adults',
  'Times',
  'From',
  'Until',
];
const summary = (row: KeptRow): string =>
  row.changes
    .filter(({ label }) => shownOfNew.includes(label))
    .map((change) => `${change.label}: ${saidWords(change, change.after)}`)
    .join(' · ');

function New({ review }: { review: Review }) {
  return (
    <DataTable
      caption="Records that Sendero does not have"
      columns={newColumns}
      rows={review.rows.map((row) => ({
        row: count(row.fileRow),
        who: rowLink(review, row),
        what: [summary(row), row.why ?? ''].filter((part) => part !== '').join(' '),
        decided: decided(row),
      }))}
    />
  );
}

const missingColumns = [
  { key: 'who', label: 'Pupil', isRowHead: true },
  { key: 'year', label: 'Year group' },
  { key: 'class', label: 'Class' },
  { key: 'born', label: 'Born' },
  { key: 'leaves', label: '' },
] as const;

function Missing({ review, actor }: { review: Review; actor: Member }) {
  return (
    <>
      <p>
        Nothing is done to them. For each who has left, say the last day here, or bring a file with leaving
        dates.
      </p>
      <DataTable
        caption="Pupils on roll who are not in the file"
        columns={missingColumns}
        rows={review.missing.map((pupil) => ({
          who: may(actor, 'pupil.read') ? (
            <a href={`/pupils/${pupil.pupilId}`}>{`${pupil.surname}, ${pupil.forename}`}</a>
          ) : (
            `${pupil.surname}, ${pupil.forename}`
          ),
          year: yearWords(pupil.yearGroup),
          class: pupil.className ?? '',
          born: middleDate(pupil.bornOn),
          leaves: (
            <a href={`/pupils/${pupil.pupilId}/leaves`}>
              Last day
              <span class="govuk-visually-hidden">{` of ${pupil.forename} ${pupil.surname}`}</span>
            </a>
          ),
        }))}
      />
    </>
  );
}

const faultColumns = [
  { key: 'row', label: 'Row', isNumber: true },
  { key: 'column', label: 'Column' },
  { key: 'value', label: 'Value' },
  { key: 'why', label: 'Why' },
  { key: 'todo', label: 'What to do' },
] as const;

function Faults({ review, caption }: { review: Review; caption: string }) {
  return (
    <>
      <p>
        <a href={`/imports/${review.kept.importId}/problems.csv`}>Download all problems as CSV</a>
      </p>
      <DataTable
        caption={caption}
        columns={faultColumns}
        rows={review.faults.map((fault) => ({
          row: fault.row === null ? '–' : count(fault.row),
          column: fault.column ?? '–',
          value: fault.value ?? '',
          why: fault.message,
          todo: fault.todo,
        }))}
      />
    </>
  );
}

const leftColumns = [
  { key: 'row', label: 'Row', isNumber: true },
  { key: 'who', label: 'Record', isRowHead: true },
  { key: 'why', label: 'What was left out, and why' },
] as const;

function LeftOut({ review }: { review: Review }) {
  const rows = review.rows.map((row) => ({
    row: count(row.fileRow),
    who: rowLink(review, row),
    why: row.outcome ?? '',
  }));
  return <DataTable caption="Records of which something was left out" columns={leftColumns} rows={rows} />;
}

function PartShown({ review, actor }: { review: Review; actor: Member }) {
  switch (review.part) {
    case 'decide':
      return <ToDecide review={review} />;
    case 'changed':
      return <Changed review={review} />;
    case 'new':
      return <New review={review} />;
    case 'missing':
      return <Missing review={review} actor={actor} />;
    case 'unread':
      return <Faults review={review} caption="What cannot be read" />;
    case 'warnings':
      return <Faults review={review} caption="Warnings" />;
    case 'leftout':
      return <LeftOut review={review} />;
  }
}

/** The parts of the review as links, the one that is open, and its pages. */
export function ReviewParts({ review, actor }: { review: Review; actor: Member }) {
  const { kept, sizes, part, page } = review;
  const offered = parts.filter((one) => sizes[one] > 0);
  if (offered.length === 0) return null;
  const address = (show: Part, number = 1) =>
    `/imports/${kept.importId}?show=${show}${number === 1 ? '' : `&page=${number}`}#parts`;
  const last = Math.ceil(sizes[part] / rowsOnPage);
  return (
    <div id="parts">
      <ChipNav
        label="Parts of the review"
        links={offered.map((one) => ({
          label: `${partWords[one]} ${count(sizes[one])}`,
          href: address(one),
          isCurrent: one === part,
        }))}
      />
      <h2>{partWords[part]}</h2>
      <Sheet label={partWords[part]}>
        <PartShown review={review} actor={actor} />
      </Sheet>
      {last > 1 && (
        <Pagination
          current={page}
          previous={page > 1 ? address(part, page - 1) : undefined}
          next={page < last ? address(part, page + 1) : undefined}
          pages={pageLinks(page, last).map((number) =>
            number === null ? ('gap' as const) : { number, href: address(part, number) },
          )}
        />
      )}
    </div>
  );
}

/** First, last and those beside the present one; null where some are left out. */
function pageLinks(page: number, last: number): readonly (number | null)[] {
  const near = [1, page - 1, page, page + 1, last].filter((number) => number >= 1 && number <= last);
  const sorted = [...new Set(near)].sort((one, other) => one - other);
  return sorted.flatMap((number, index) => {
    const before = sorted[index - 1];
    return before !== undefined && number > before + 1 ? [null, number] : [number];
  });
}
