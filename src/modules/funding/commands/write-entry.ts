import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import { add } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';

export type NewEntry = {
  readonly budgetLineId: string;
  readonly kind: 'plan' | 'virement' | 'commitment' | 'actual';
  readonly pence: number;
  readonly onDate: SchoolDate;
  readonly origin: 'by_hand' | 'import' | 'virement';
  readonly words?: string | null;
  readonly reference?: string | null;
  readonly virementId?: string;
  readonly settlesId?: string;
};

/** Writes an amount on a line; the event is the caller's. Returns its id. */
export async function writeEntry(tx: Tx, entry: NewEntry): Promise<string> {
  const budgetEntryId = newId(tx.scope.clock.now().getTime());
  await add(tx, 'budgetEntries', [{ budgetEntryId, ...entry }]);
  return budgetEntryId;
}
