import { sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { BudgetLine } from '../domain/budget.ts';
import { type LineRow, lineColumns, lineOf } from './list-budget-lines.ts';

/** A line as the file of a finance system may mean it. */
export type FinanceLine = Pick<
  BudgetLine,
  'budgetLineId' | 'yearKind' | 'firstYear' | 'side' | 'name' | 'code'
>;

/** Every line that stands, of every year. */
export async function listFinanceLines(tx: Tx): Promise<readonly FinanceLine[]> {
  const { rows } = await sql<LineRow>`
    select ${lineColumns} from budget_lines l
    left join budget_line_pupils p on p.school_id = l.school_id and p.budget_line_id = l.budget_line_id
    where l.school_id = ${tx.scope.actor.schoolId} and l.withdrawn_at is null`.execute(tx);
  return rows.map(lineOf);
}

type Posting = { readonly reference: string; readonly onDate: SchoolDate; readonly pence: number };

/** What makes two postings one: reference, day and amount (rule budget-6). */
export const postingKey = ({ reference, onDate, pence }: Posting): string =>
  `${reference}\n${onDate}\n${pence}`;

/** The keys of all that was received or paid with a reference. */
export async function listPostingKeys(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('budgetEntries')
    .select(['reference', 'onDate', 'pence'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('kind', '=', 'actual')
    .where('withdrawnAt', 'is', null)
    .where('reference', 'is not', null)
    .execute();
  return new Set(
    rows.map(({ reference, onDate, pence }) =>
      postingKey({ reference: reference ?? '', onDate: schoolDate(onDate), pence }),
    ),
  );
}
