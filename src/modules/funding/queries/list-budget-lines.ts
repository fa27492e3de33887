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
  readonly plans: readonly number[] | null;
  readonly committed: number;
  readonly actual: number;
};

/**
 * The lines that have to do with a year, each with its entries: what was agreed and settled on its days alone. One
 * statement, however many lines there are.
 */
export async function listBudgetLines(tx: Tx, year: BudgetYear): Promise<readonly LineWithEntries[]> {
  const { schoolId } = tx.scope.actor;
  const years = yearsBeside(year).map(
    ({ kind, firstYear }) => sql`(l.year_kind = ${kind} and l.first_year = ${firstYear}::int)`,
  );
  const inYear = sql`e.on_date between ${year.from}::date and ${year.until}::date`;
  const { rows } = await sql<Row>`
    select ${lineColumns},
      array_agg(e.pence order by e.budget_entry_id) filter (where e.kind in ('plan', 'virement')) as plans,
      coalesce(sum(e.pence) filter (where e.kind = 'commitment' and s.budget_entry_id is null and ${inYear}), 0)::int as committed,
      coalesce(sum(e.pence) filter (where e.kind = 'actual' and ${inYear}), 0)::int as actual
    from budget_lines l
    left join budget_line_pupils p on p.school_id = l.school_id and p.budget_line_id = l.budget_line_id
    left join budget_entries e on e.school_id = l.school_id and e.budget_line_id = l.budget_line_id and e.withdrawn_at is null
    left join budget_entries s on s.school_id = e.school_id and s.settles_id = e.budget_entry_id and s.withdrawn_at is null
    where l.school_id = ${schoolId} and l.withdrawn_at is null and (${sql.join(years, sql` or `)})
    group by l.school_id, l.budget_line_id, p.pupil_id, p.band
    order by l.name, l.budget_line_id`.execute(tx);
  return rows.map(({ plans, committed, actual, ...row }) => ({
    ...lineOf(row),
    plans: plans ?? [],
    committed,
    actual,
  }));
}
