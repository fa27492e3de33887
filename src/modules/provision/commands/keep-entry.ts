import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Entry } from '../domain/catalogue.ts';
import { provisionEvents } from '../domain/provision.events.ts';

const record = recorder(provisionEvents);

/** What can be said of an entry. */
export type EntryWords = Omit<Entry, 'seedKey' | 'entryId' | 'isWithdrawn' | 'version'>;

const columnsOf = (words: EntryWords) => ({
  name: words.name,
  tier: words.tier,
  proposedLayer: words.proposedLayer,
  areas: [...words.areas],
  ageFrom: words.age?.[0] ?? null,
  ageUntil: words.age?.[1] ?? null,
  minutesLeast: words.minutes?.[0] ?? null,
  minutesMost: words.minutes?.[1] ?? null,
  timesLeast: words.times?.[0] ?? null,
  timesMost: words.times?.[1] ?? null,
  weeksLeast: words.weeks?.[0] ?? null,
  weeksMost: words.weeks?.[1] ?? null,
  groupLeast: words.group?.[0] ?? null,
  groupMost: words.group?.[1] ?? null,
  staffKind: words.staffKind,
  materialsPence: words.materialsPence,
  doseWords: words.dose,
  entryRule: words.entryRule,
  exitRule: words.exitRule,
  measure: words.measure,
  evidence: words.evidence,
  source: words.source,
});

const wordsOf = ({ seedKey: _, entryId: __, isWithdrawn: ___, version: ____, ...words }: Entry): EntryWords =>
  words;

async function insertEntry(tx: Tx, seedKey: string | null, words: EntryWords): Promise<string | null> {
  const entryId = newId(tx.scope.clock.now().getTime());
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('provisionEntries')
    .values({ schoolId: tx.scope.actor.schoolId, entryId, seedKey, ...columnsOf(words) })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n ? entryId : null;
}

/** Adds an entry of the school's own. Returns its id. */
export async function addEntry(tx: Tx, words: EntryWords): Promise<string> {
  const entryId = await insertEntry(tx, null, words);
  if (entryId === null) throw new Error('A new id was there already');
  await record(tx, {
    type: 'EntryAdded',
    audience: 'staff',
    subjectId: entryId,
    changes: changesBetween({}, columnsOf(words)),
  });
  return entryId;
}

/**
 * Changes an entry that is as it was read. A shipped one is copied into the school's record by its first change. Nothing
 * different, nothing recorded.
 */
export async function changeEntry(
  tx: Tx,
  entry: Entry,
  words: EntryWords,
): Promise<Result<boolean, 'stale'>> {
  const changes = changesBetween(columnsOf(wordsOf(entry)), columnsOf(words));
  if (nothingChanged(changes)) return done(false);
  const entryId =
    entry.entryId === null
      ? await insertEntry(tx, entry.seedKey, words)
      : await rewrite(tx, entry.entryId, entry.version, columnsOf(words));
  if (entryId === null) return refused('stale');
  await record(tx, { type: 'EntryChanged', audience: 'staff', subjectId: entryId, changes });
  return done(true);
}

type Written = Partial<ReturnType<typeof columnsOf>> & {
  withdrawnAt?: Date | null;
  withdrawnWhy?: string | null;
};

async function rewrite(tx: Tx, entryId: string, version: number, set: Written): Promise<string | null> {
  const { numUpdatedRows } = await tx
    .updateTable('provisionEntries')
    .set({ ...set, version: version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('entryId', '=', entryId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? entryId : null;
}

/** Takes an entry out of the catalogue with a reason. Runs that were made of it stay. */
export async function withdrawEntry(tx: Tx, entry: Entry, why: string): Promise<Result<null, 'stale'>> {
  const entryId = entry.entryId ?? (await insertEntry(tx, entry.seedKey, wordsOf(entry)));
  const version = entry.entryId === null ? 1 : entry.version;
  const set = { withdrawnAt: tx.scope.clock.now(), withdrawnWhy: why };
  if (entryId === null || (await rewrite(tx, entryId, version, set)) === null) return refused('stale');
  const changes = { withdrawn: { before: false, after: true } };
  await record(tx, { type: 'EntryWithdrawn', audience: 'staff', subjectId: entryId, why, changes });
  return done(null);
}

/** Puts a withdrawn entry back into the catalogue. */
export async function bringEntryBack(tx: Tx, entry: Entry): Promise<Result<null, 'stale'>> {
  const { entryId, version } = entry;
  const set = { withdrawnAt: null, withdrawnWhy: null };
  if (entryId === null || (await rewrite(tx, entryId, version, set)) === null) return refused('stale');
  const changes = { withdrawn: { before: true, after: false } };
  await record(tx, { type: 'EntryBroughtBack', audience: 'staff', subjectId: entryId, changes });
  return done(null);
}
