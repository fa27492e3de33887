import { sql } from 'kysely';
import { PupilId } from '#src/kernel/ids.ts';
import { packed, unpack } from '#src/platform/db/packed.ts';
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

/**
 * The lines that have to do with a year, each with its entries: what was agreed and settled on its days alone. One
 * statement, however many lines there are: entries are added up once and not looked for line by line. What is planned of
 * a line of this very year is their sum, as nothing of it is split; else each by itself.
 */
export async function listBudgetLines(tx: Tx, year: BudgetYear): Promise<readonly LineWithEntries[]> {
  const { schoolId } = tx.scope.actor;
  const years = yearsBeside(year).map(
    ({ kind, firstYear }) => sql`(l.year_kind = ${kind} and l.first_year = ${firstYear}::int)`,
  );
  const isPlan = sql`e.kind in ('plan', 'virement')`;
  const inYear = sql`e.on_date between ${year.from}::date and ${year.until}::date`;
  const { rows } = await sql<{ lines: string }>`
    with lines as materialized (
      select * from budget_lines l
      where l.school_id = ${schoolId}::uuid and l.withdrawn_at is null and (${sql.join(years, sql` or `)})
    ), settled as materialized (
      select settles_id from budget_entries
      where school_id = ${schoolId}::uuid and withdrawn_at is null and settles_id is not null
    ), sums as materialized (
      select e.budget_line_id,
        sum(e.pence) filter (where ${isPlan})::text as plan,
        string_agg(e.pence::text, ' ') filter (where ${isPlan} and l.year_kind <> ${year.kind}) as plans,
        sum(e.pence) filter (where e.kind = 'commitment' and ${inYear}
          and e.budget_entry_id not in (select settles_id from settled)) as committed,
        sum(e.pence) filter (where e.kind = 'actual' and ${inYear}) as actual
      from budget_entries e join lines l on l.budget_line_id = e.budget_line_id
      where e.school_id = ${schoolId}::uuid and e.withdrawn_at is null
      group by e.budget_line_id
    ), pupils as materialized (
      select budget_line_id, pupil_id, band from budget_line_pupils where school_id = ${schoolId}::uuid
    ), shown as (
      select ${lineColumns}, case when l.year_kind = ${year.kind} then s.plan else s.plans end as plans, s.committed, s.actual
      from lines l
      left join pupils p on p.budget_line_id = l.budget_line_id
      left join sums s on s.budget_line_id = l.budget_line_id
    )
    select ${packed(shownColumns, shownWords, sql`order by name, budget_line_id`)} as lines from shown`.execute(
    tx,
  );
  return unpack(rows[0]?.lines ?? '').map(lineWithEntries);
}

const shownColumns = [
  'budget_line_id',
  'year_kind',
  'first_year',
  'side',
  'kind',
  'pupil_id',
  'version',
  'plans',
  'committed',
  'actual',
];
const shownWords = ['name', 'code', 'band'];

function lineWithEntries(values: readonly string[]): LineWithEntries {
  const [budgetLineId = '', yearKind = '', firstYear, side = '', kind = '', pupilId = '', version] = values;
  const [plans = '', committed, actual, name = '', code = '', band = ''] = values.slice(7);
  const row = { budgetLineId, yearKind, firstYear: Number(firstYear), side, kind, version: Number(version) };
  return {
    ...lineOf({ ...row, name, pupilId: pupilId || null, code: code || null, band: band || null }),
    plans: plans === '' ? [] : plans.split(' ').map(Number),
    committed: Number(committed),
    actual: Number(actual),
  };
}
