import { sql } from 'kysely';
import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { strategyLine } from '../domain/plan-version.ts';
import { plansEvents } from '../domain/plans.events.ts';
import type { BankEntry } from '../domain/target-bank.ts';

const record = recorder(plansEvents);

export type BankWords = Pick<BankEntry, 'area' | 'needs' | 'ages' | 'words' | 'success' | 'strategies'>;

/** As an event tells it. */
const told = ({ strategies, needs, ages, area, words, success }: BankWords) => ({
  area,
  needs: needs.join(', '),
  ages: ages.join(', '),
  words,
  success,
  strategies: strategies.map(strategyLine).join('\n') || null,
});

const columnsOf = ({ strategies, needs, ages, area, words, success }: BankWords) => ({
  area,
  words,
  success,
  needs: [...needs],
  ages: [...ages],
  strategies: JSON.stringify(strategies),
});

/** Adds an entry of the school's own to its bank. Returns its id. */
export async function keepBankEntry(tx: Tx, words: BankWords): Promise<string> {
  const bankEntryId = newId(tx.scope.clock.now().getTime());
  await tx
    .insertInto('bankEntries')
    .values({ schoolId: tx.scope.actor.schoolId, bankEntryId, ...columnsOf(words) })
    .execute();
  await record(tx, {
    type: 'BankEntryKept',
    audience: 'plans',
    subjectId: bankEntryId,
    changes: changesBetween({}, told(words)),
  });
  return bankEntryId;
}

/**
 * Words an entry anew. One that comes with Sendero stays as it is for others: this school gets its own in its place.
 * `stale` when somebody else changed it meanwhile; false when nothing is different.
 */
export async function changeBankEntry(
  tx: Tx,
  given: { readonly entry: BankEntry; readonly words: BankWords },
): Promise<Result<boolean, 'stale'>> {
  const { entry, words } = given;
  const changes = changesBetween(told(entry), told(words));
  if (nothingChanged(changes)) return done(false);
  const saved = entry.isOwn
    ? await saveOwn(tx, entry, columnsOf(words))
    : await takeThePlaceOf(tx, entry, columnsOf(words));
  if (saved === null) return refused('stale');
  await record(tx, { type: 'BankEntryChanged', audience: 'plans', subjectId: saved, changes });
  return done(true);
}

/** Takes an entry out of the school's bank with a reason. Targets that were made from it stay as they are. */
export async function withdrawBankEntry(
  tx: Tx,
  given: { readonly entry: BankEntry; readonly why: string },
): Promise<Result<null, 'stale'>> {
  const { entry, why } = given;
  const withdrawn = { withdrawnAt: tx.scope.clock.now(), withdrawnWhy: why };
  const saved = entry.isOwn
    ? await saveOwn(tx, entry, withdrawn)
    : await takeThePlaceOf(tx, entry, { ...columnsOf(entry), ...withdrawn });
  if (saved === null) return refused('stale');
  await record(tx, {
    type: 'BankEntryWithdrawn',
    audience: 'plans',
    subjectId: saved,
    why,
    changes: { words: { before: entry.words, after: null } },
  });
  return done(null);
}

type Columns = Partial<ReturnType<typeof columnsOf>> & { withdrawnAt?: Date; withdrawnWhy?: string };

async function saveOwn(tx: Tx, { key, version }: BankEntry, set: Columns): Promise<string | null> {
  const { numUpdatedRows } = await tx
    .updateTable('bankEntries')
    .set({ ...set, version: version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('bankEntryId', '=', key)
    .where('version', '=', version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? key : null;
}

async function takeThePlaceOf(
  tx: Tx,
  { key }: BankEntry,
  set: Columns & ReturnType<typeof columnsOf>,
): Promise<string | null> {
  const bankEntryId = newId(tx.scope.clock.now().getTime());
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('bankEntries')
    .values({ schoolId: tx.scope.actor.schoolId, bankEntryId, adapts: key, ...set })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n ? bankEntryId : null;
}

/** Counts that an entry became a target. No event: the target has its own. */
export async function countBankUse(tx: Tx, entryKey: string): Promise<void> {
  await tx
    .insertInto('bankUses')
    .values({ schoolId: tx.scope.actor.schoolId, entryKey, uses: 1 })
    .onConflict((oc) => oc.columns(['schoolId', 'entryKey']).doUpdateSet({ uses: sql`bank_uses.uses + 1` }))
    .execute();
}
