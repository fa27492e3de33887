import { z } from 'zod';
import type { Tx } from '#src/platform/db/scope.ts';
import { targetAreas } from '../domain/plan.ts';
import { type BankEntry, bankAges, wholeBank } from '../domain/target-bank.ts';

const Kept = z.object({
  area: z.enum(targetAreas),
  ages: z.array(z.enum(bankAges)),
  strategies: z.array(
    z.object({ words: z.string(), who: z.string().nullable(), howOften: z.string().nullable() }),
  ),
});

/** The bank of the school: its own entries, and those that come with Sendero, with how often each was used here. */
export async function listBank(tx: Tx): Promise<readonly BankEntry[]> {
  const { schoolId } = tx.scope.actor;
  const rows = await tx
    .selectFrom('bankEntries')
    .selectAll()
    .where('schoolId', '=', schoolId)
    .orderBy('bankEntryId', 'desc')
    .execute();
  const uses = await tx
    .selectFrom('bankUses')
    .select(['entryKey', 'uses'])
    .where('schoolId', '=', schoolId)
    .execute();
  const own = rows
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map((row) => ({
      ...Kept.parse(row),
      key: row.bankEntryId,
      isOwn: true,
      adapts: row.adapts,
      needs: row.needs,
      words: row.words,
      success: row.success,
      version: row.version,
      uses: 0,
    }));
  const replaced = rows.flatMap(({ adapts }) => adapts ?? []);
  return wholeBank({ own, replaced, uses: new Map(uses.map((one) => [one.entryKey, one.uses])) });
}

/** One entry that is in use in this school, or null. */
export const findBankEntry = async (tx: Tx, key: string): Promise<BankEntry | null> =>
  (await listBank(tx)).find((entry) => entry.key === key) ?? null;
