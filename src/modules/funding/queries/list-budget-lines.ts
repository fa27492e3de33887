import { sql } from 'kysely';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import {
  type BudgetLine,
  incomeSources,
  type LineWithEntries,
  sides,
  spendingHeads,
} from '../domain/budget.ts';
import { type BudgetYear, yearKinds, yearsBeside } from '../domain/budget-year.ts';

const known = <V extends string>(values: readonly V[], text: string): V => {
  const value = values.find((one) => one === text);
  if (value === undefined) throw new Error(`Unknown ${text}`);
  return value;
};

export type LineRow = {
  readonly budgetLineId: string;
  readonly yearKind: string;
  readonly firstYear: number;
  readonly side: string;
  readonly kind: string;
  readonly name: string;
  readonly code: string | null;
  readonly pupilId: string | null;
  readonly band: string | null;
  readonly version: number;
};

export const lineOf = (row: LineRow): BudgetLine => ({
  ...row,
  yearKind: known(yearKinds, row.yearKind),
  side: known(sides, row.side),
  kind: known([...incomeSources, ...spendingHeads], row.kind),
  pupilId: row.pupilId === null ? null : PupilId.parse(row.pupilId),
});

/** The columns of a line with its pupil; `l` is the line and `p` its pupil. */
export const lineColumns = sql`l.budget_line_id, l.year_kind, l.first_year, l.side, l.kind, l.name, l.code, p.pupil_id,
  p.band, l.version`;

type Row = LineRow & {
  /** Of a line of this very year their sum, as nothing of it is split; else each by itself. */
  readonly plans: string | null;
  readonly committed: number | null;
  readonly actual: number | null;
};

/**
 * The lines that have to do with a year, each with its entries: what was agreed and settled on its days alone. One
 * statement, however many lines there are: entries are added up once and not looked for line by line.
 */
export async function listBudgetLines(tx: Tx, year: BudgetYear): Promise<readonly LineWithEntries[]> {
  const { schoolId } = tx.scope.actor;
  const own = sql`school_id = ${schoolId}::uuid and withdrawn_at is null`;
  const years = yearsBeside(year).map(
    ({ kind, firstYear }) => sql`(year_kind = ${kind} and first_year = ${firstYear}::int)`,
  );
  const isPlan = sql`e.kind in ('plan', 'virement')`;
  const inYear = sql`e.on_date between ${year.from}::date and ${year.until}::date`;
  const { rows } = await sql<Row>`
    with lines as materialized (
      select * from budget_lines where ${own} and (${sql.join(years, sql` or `)})
    ), sums as materialized (
      select e.budget_line_id,
        sum(e.pence) filter (where ${isPlan})::text as plan,
        string_agg(e.pence::text, ' ') filter (where ${isPlan}) as plans,
        (sum(e.pence) filter (where ${inYear} and e.kind = 'commitment' and e.budget_entry_id not in (
          select settles_id from budget_entries where ${own} and settles_id is not null)))::int as committed,
        (sum(e.pence) filter (where ${inYear} and e.kind = 'actual'))::int as actual
      from budget_entries e
      where ${own} and budget_line_id in (select budget_line_id from lines)
      group by e.budget_line_id
    ), pupils as materialized (
      select budget_line_id, pupil_id, band from budget_line_pupils where school_id = ${schoolId}::uuid
    )
    select ${lineColumns}, case when l.year_kind = ${year.kind} then s.plan else s.plans end as plans, s.committed, s.actual
    from lines l
    left join pupils p on p.budget_line_id = l.budget_line_id
    left join sums s on s.budget_line_id = l.budget_line_id
    order by l.name, l.budget_line_id`.execute(tx);
  return rows.map(({ plans, committed, actual, ...row }) => ({
    ...lineOf(row),
    plans: plans === null ? [] : plans.split(' ').map(Number),
    committed: committed ?? 0,
    actual: actual ?? 0,
  }));
}
