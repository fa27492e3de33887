import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { ByHand, MeasuredRun, RunPupilScored } from '../domain/impact/measured-run.ts';
import { impactEvents } from '../domain/impact.events.ts';

const record = recorder(impactEvents);

/** Says what a run is measured by, in order. Scores that stand on another measure stay where they are. */
export async function chooseRunMeasures(
  tx: Tx,
  { run, measureKeys: held }: Pick<MeasuredRun, 'run' | 'measureKeys'>,
  keys: readonly string[],
): Promise<boolean> {
  const changes = changesBetween({ measures: held }, { measures: keys });
  if (nothingChanged(changes)) return false;
  const { schoolId } = tx.scope.actor;
  await tx
    .deleteFrom('runMeasures')
    .where('schoolId', '=', schoolId)
    .where('runId', '=', run.runId)
    .execute();
  const now = tx.scope.clock.now().getTime();
  if (keys.length > 0)
    await tx
      .insertInto('runMeasures')
      .values(
        keys.map((measureKey, at) => ({
          schoolId,
          runId: run.runId,
          measureKey,
          recordedAt: new Date(now + at),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await record(tx, { type: 'RunMeasuresChosen', audience: 'plans', subjectId: run.runId, changes });
  return true;
}

export type Chosen = {
  readonly place: RunPupilScored;
  readonly measureKey: string;
  readonly held: ByHand | null;
  readonly entryId: string | null;
  readonly exitId: string | null;
};

/** Names the entry and the exit of a pupil by hand; nothing named goes back to the rule. */
export async function chooseEntryAndExit(tx: Tx, given: Chosen): Promise<Result<boolean, 'stale'>> {
  const { place, measureKey, held, entryId, exitId } = given;
  const changes = changesBetween(
    { entryId: held?.entryId ?? null, exitId: held?.exitId ?? null },
    { entryId, exitId },
  );
  if (nothingChanged(changes)) return done(false);
  const { schoolId } = tx.scope.actor;
  const { runPupilId, pupilId } = place;
  const saved =
    held === null
      ? await tx
          .insertInto('runResults')
          .values({ schoolId, runPupilId, measureKey, pupilId, entryId, exitId })
          .onConflict((conflict) => conflict.doNothing())
          .returning('runPupilId')
          .execute()
      : await tx
          .updateTable('runResults')
          .set({ entryId, exitId, version: held.version + 1 })
          .where('schoolId', '=', schoolId)
          .where('runPupilId', '=', runPupilId)
          .where('measureKey', '=', measureKey)
          .where('version', '=', held.version)
          .returning('runPupilId')
          .execute();
  if (saved.length !== 1) return refused('stale');
  await record(tx, {
    type: 'EntryAndExitChosen',
    audience: 'plans',
    pupilId,
    subjectId: runPupilId,
    changes,
  });
  return done(true);
}
