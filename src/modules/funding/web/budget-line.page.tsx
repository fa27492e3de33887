import { may } from '#src/kernel/access.ts';
import { middleDate } from '#src/kernel/dates.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Strip } from '#src/ui/strip.tsx';
import { figuresIn, type Side } from '../domain/budget.ts';
import { entryWords, kindWords, originWords } from '../domain/budget-words.ts';
import type { BudgetEntry } from '../queries/find-budget-line.ts';
import { budgetHref, lineHref, lineName } from './budget-view.ts';
import { loadLine, OfLine, ofLine, yearOf } from './of-line.ts';

const columns = [
  { key: 'on', label: 'Day', isRowHead: true },
  { key: 'kind', label: 'What' },
  { key: 'pence', label: 'Amount', isNumber: true },
  { key: 'words', label: 'What for' },
  { key: 'origin', label: 'Where from', isQuiet: true },
  { key: 'deed', label: 'Change' },
] as const;

const entryHref = ({ budgetEntryId }: BudgetEntry) => `/budget/entries/${budgetEntryId}`;

function Deeds({ entry }: { entry: BudgetEntry }) {
  if (entry.isSettled) return <>Settled</>;
  return (
    <>
      {entry.kind === 'commitment' && <a href={`${entryHref(entry)}/settle`}>Settle</a>}{' '}
      <a href={`${entryHref(entry)}/withdraw`}>{entry.kind === 'virement' ? 'Move back' : 'Take back'}</a>
    </>
  );
}

const rowOf = (entry: BudgetEntry, side: Side, mayChange: boolean) => ({
  on: middleDate(entry.onDate),
  kind: entryWords[side][entry.kind],
  pence: entry.withdrawnWhy === null ? poundsInWords(entry.pence) : <s>{poundsInWords(entry.pence)}</s>,
  words: [
    entry.words ?? '',
    entry.otherLine === null ? '' : `${entry.pence < 0 ? 'to' : 'from'} ${entry.otherLine}`,
  ]
    .filter((part) => part !== '')
    .join(' · '),
  origin: `${originWords[entry.origin]}${entry.reference === null ? '' : `, ${entry.reference}`}`,
  deed:
    entry.withdrawnWhy !== null ? (
      `Taken back: ${entry.withdrawnWhy}`
    ) : mayChange ? (
      <Deeds entry={entry} />
    ) : (
      ''
    ),
});

/** One line of the budget with every amount on it, where each came from, and what was taken back and why. */
export default page({
  path: '/budget/lines/:budgetLineId',
  params: OfLine,
  may: 'budget.read',
  section: 'Insight',
  title: 'A line of the budget',
  about: ofLine,
  load: ({ tx, params }) => loadLine(tx, params),
  view: ({ subject: { line, entries, names, today }, actor }) => {
    const year = yearOf(line);
    const href = lineHref(line.budgetLineId);
    const standing = entries.filter(({ withdrawnWhy }) => withdrawnWhy === null);
    const sumOf = (...kinds: readonly BudgetEntry['kind'][]) =>
      standing.filter(({ kind, isSettled }) => kinds.includes(kind) && !isSettled);
    const total = (some: readonly BudgetEntry[]) => some.reduce((sum, { pence }) => sum + pence, 0);
    const figures = figuresIn(
      {
        ...line,
        plans: sumOf('plan', 'virement').map(({ pence }) => pence),
        committed: total(sumOf('commitment')),
        actual: total(sumOf('actual')),
      },
      year,
      today,
    );
    const words = entryWords[line.side];
    const mayChange = may(actor, 'budget.manage');
    return (
      <>
        <BackLink href={budgetHref(year)}>{year.label}</BackLink>
        <PageHead
          title={lineName({ ...line, pupilId: null }, names)}
          lead={
            <>
              {[kindWords(line.kind), line.code === null ? '' : `code ${line.code}`]
                .filter(Boolean)
                .join(' · ')}
              {line.pupilId !== null && <>{` · for ${names.get(line.pupilId) ?? 'a pupil'}`}</>}
            </>
          }
          actions={
            mayChange ? (
              <>
                <LinkButton href={`${href}/entries/new`}>Add an amount</LinkButton>
                <LinkButton href={`${href}/change`} kind="second">
                  Change
                </LinkButton>
                <LinkButton href={`${href}/withdraw`} kind="second">
                  Take out
                </LinkButton>
              </>
            ) : undefined
          }
        />
        <Strip
          figures={[
            { figure: poundsInWords(figures.planned), label: 'planned' },
            {
              figure: poundsInWords(figures.committed),
              label: `${words.commitment.toLowerCase()}, not settled`,
            },
            { figure: poundsInWords(figures.actual), label: words.actual.toLowerCase() },
            { figure: poundsInWords(figures.forecast), label: 'forecast for the year' },
          ]}
        />
        {entries.length === 0 ? (
          <EmptyState title="No amount is entered yet">
            <p>Enter what is planned first, then what is agreed and settled as it comes.</p>
          </EmptyState>
        ) : (
          <Sheet label="Amounts">
            <DataTable
              caption="Amounts on this line"
              columns={columns}
              rows={entries.map((entry) => rowOf(entry, line.side, mayChange))}
            />
          </Sheet>
        )}
      </>
    );
  },
});
