import { sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { BudgetLine } from '../domain/budget.ts';
import { type LineRow, lineColumns, lineOf } from './list-budget-lines.ts';

const entryKinds = ['plan', 'virement', 'commitment', 'actual'] as const;
const origins = ['by_hand', 'import', 'virement'] as const;

/** One amount on a line, with where it came from. */
export type BudgetEntry = {
  readonly budgetEntryId: string;
  readonly kind: (typeof entryKinds)[number];
  readonly pence: number;
  readonly onDate: SchoolDate;
  readonly words: string | null;
  readonly reference: string | null;
  readonly origin: (typeof origins)[number];
  /** Of money that was moved: the whole of it, and the other line. */
  readonly virementId: string | null;
  readonly otherLine: string | null;
  /** Of what was agreed or ordered: it was received or paid. */
  readonly isSettled: boolean;
  readonly withdrawnWhy: string | null;
  readonly version: number;
};

export type OpenedLine = { readonly line: BudgetLine; readonly entries: readonly BudgetEntry[] };

type EntryRow = Omit<BudgetEntry, 'kind' | 'origin' | 'onDate'> & {
  readonly kind: string;
  readonly origin: string;
  readonly onDate: string;
};

function entryOf(row: EntryRow): BudgetEntry {
  const kind = entryKinds.find((one) => one === row.kind);
  const origin = origins.find((one) => one === row.origin);
  if (kind === undefined || origin === undefined) throw new Error('Unknown kind of entry');
  return { ...row, kind, origin, onDate: schoolDate(row.onDate) };
}

/** A line that stands, with all its entries in order of their days, those that were withdrawn too; or null. */
export async function findBudgetLine(tx: Tx, budgetLineId: string): Promise<OpenedLine | null> {
  const { schoolId } = tx.scope.actor;
  const { rows } = await sql<LineRow>`
    select ${lineColumns} from budget_lines l
    left join budget_line_pupils p on p.school_id = l.school_id and p.budget_line_id = l.budget_line_id
    where l.school_id = ${schoolId} and l.budget_line_id = ${budgetLineId} and l.withdrawn_at is null`.execute(
    tx,
  );
  const [row] = rows;
  if (row === undefined) return null;
  const found = await sql<EntryRow>`
    select e.budget_entry_id, e.kind, e.pence, e.on_date, e.words, e.reference, e.origin, e.virement_id, e.withdrawn_why,
      e.version, exists (
        select from budget_entries s where s.school_id = e.school_id and s.settles_id = e.budget_entry_id
          and s.withdrawn_at is null) as is_settled,
      (select o.name from budget_virements v join budget_lines o on o.school_id = v.school_id
          and o.budget_line_id = case when v.from_line_id = e.budget_line_id then v.to_line_id else v.from_line_id end
        where v.school_id = e.school_id and v.virement_id = e.virement_id) as other_line
    from budget_entries e
    where e.school_id = ${schoolId} and e.budget_line_id = ${budgetLineId}
    order by e.on_date, e.budget_entry_id`.execute(tx);
  return { line: lineOf(row), entries: found.rows.map(entryOf) };
}

/** An entry that stands, with its line; or null. */
export async function findBudgetEntry(
  tx: Tx,
  budgetEntryId: string,
): Promise<(OpenedLine & { readonly entry: BudgetEntry }) | null> {
  const held = await tx
    .selectFrom('budgetEntries')
    .select('budgetLineId')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('budgetEntryId', '=', budgetEntryId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  const opened = held === undefined ? null : await findBudgetLine(tx, held.budgetLineId);
  const entry = opened?.entries.find((one) => one.budgetEntryId === budgetEntryId);
  return opened === null || entry === undefined ? null : { ...opened, entry };
}
