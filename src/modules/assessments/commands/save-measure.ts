import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { assessmentsEvents } from '../domain/assessments.events.ts';
import type { Measure, SchoolMeasure } from '../domain/measure.ts';

const record = recorder(assessmentsEvents);

/** Adds a measure of the school's own. */
export async function addMeasure(tx: Tx, measure: Measure): Promise<void> {
  await tx
    .insertInto('measures')
    .values({ schoolId: tx.scope.actor.schoolId, ...measure })
    .execute();
  await record(tx, { type: 'MeasureAdded', audience: 'identity', changes: changesBetween({}, measure) });
}

/** Changes a measure that is as it was read; a shipped one gets a row of the school's with its first change. */
export async function changeMeasure(
  tx: Tx,
  held: SchoolMeasure,
  measure: Measure,
): Promise<Result<boolean, 'stale'>> {
  const changes = changesBetween<Measure>(held, measure);
  if (nothingChanged(changes)) return done(false);
  const { schoolId } = tx.scope.actor;
  const saved =
    held.version === 0
      ? await tx
          .insertInto('measures')
          .values({ schoolId, ...measure })
          .onConflict((conflict) => conflict.doNothing())
          .returning('key')
          .execute()
      : await tx
          .updateTable('measures')
          .set({ ...measure, version: held.version + 1 })
          .where('schoolId', '=', schoolId)
          .where('key', '=', held.key)
          .where('version', '=', held.version)
          .where('withdrawnAt', 'is', null)
          .returning('key')
          .execute();
  if (saved.length !== 1) return refused('stale');
  await record(tx, { type: 'MeasureChanged', audience: 'identity', changes });
  return done(true);
}

/** Takes a measure off the lists, with the reason. Results on it stay and are still read by it. */
export async function withdrawMeasure(
  tx: Tx,
  held: SchoolMeasure,
  why: string,
): Promise<Result<null, 'stale'>> {
  const { schoolId } = tx.scope.actor;
  const { origin: _, isWithdrawn: __, version, ...measure } = held;
  const withdrawn = { withdrawnAt: tx.scope.clock.now(), withdrawnWhy: why };
  const saved =
    version === 0
      ? await tx
          .insertInto('measures')
          .values({ schoolId, ...measure, ...withdrawn })
          .onConflict((conflict) => conflict.doNothing())
          .returning('key')
          .execute()
      : await tx
          .updateTable('measures')
          .set({ ...withdrawn, version: version + 1 })
          .where('schoolId', '=', schoolId)
          .where('key', '=', held.key)
          .where('version', '=', version)
          .where('withdrawnAt', 'is', null)
          .returning('key')
          .execute();
  if (saved.length !== 1) return refused('stale');
  const changes = { measure: { before: held.name, after: null } };
  await record(tx, { type: 'MeasureWithdrawn', audience: 'identity', why, changes });
  return done(null);
}
