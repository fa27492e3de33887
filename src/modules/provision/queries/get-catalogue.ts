import type { RowOf } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { catalogueOf, type Entry, keyOf, type Range } from '../domain/catalogue.ts';
import { areas, staffKinds, tiers } from '../domain/run.ts';
import { known } from './run-rows.ts';

const rangeOf = (least: number | null, most: number | null): Range | null =>
  least === null || most === null ? null : [least, most];

const entryOf = (row: RowOf<'provisionEntries'>): Entry => ({
  seedKey: row.seedKey,
  entryId: row.entryId,
  name: row.name,
  tier: known(tiers, row.tier),
  proposedLayer: row.proposedLayer,
  areas: row.areas.map((area) => known(areas, area)),
  age: rangeOf(row.ageFrom, row.ageUntil),
  minutes: rangeOf(row.minutesLeast, row.minutesMost),
  times: rangeOf(row.timesLeast, row.timesMost),
  weeks: rangeOf(row.weeksLeast, row.weeksMost),
  group: rangeOf(row.groupLeast, row.groupMost),
  staffKind: known(staffKinds, row.staffKind),
  materialsPence: row.materialsPence,
  dose: row.doseWords,
  entryRule: row.entryRule,
  exitRule: row.exitRule,
  measure: row.measure,
  evidence: row.evidence,
  source: row.source,
  isWithdrawn: row.withdrawnAt !== null,
  version: row.version,
});

/** The school's catalogue, the withdrawn included: what is shipped, changed and its own, by name. */
export async function getCatalogue(tx: Tx): Promise<readonly Entry[]> {
  const rows = await tx
    .selectFrom('provisionEntries')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .execute();
  return catalogueOf(rows.map(entryOf));
}

/** One entry by its key: of a shipped one its own, of the school's own its id. Null when there is none. */
export async function findEntry(tx: Tx, key: string): Promise<Entry | null> {
  const all = await getCatalogue(tx);
  return all.find((entry) => keyOf(entry) === key) ?? null;
}
