import { changesBetween } from '#src/kernel/changes.ts';
import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { add } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { provisionEvents } from '../domain/provision.events.ts';
import type { Outcome, Run, RunPupil } from '../domain/run.ts';
import { findLoggedSpan } from '../queries/find-logged-span.ts';

const record = recorder(provisionEvents);

export type PutRefusal = 'outside_run' | 'already_in';
export type EndRefusal = 'before_start' | 'outside_run' | 'sessions_outside' | 'stale';

export type NewPlaceInRun = {
  readonly run: Run;
  readonly pupilId: PupilId;
  readonly fromOn: SchoolDate;
  readonly aim: string | null;
  readonly bearsCost?: boolean;
  /** Why, though it clashes with something else of the pupil's. */
  readonly why?: string | undefined;
};

/** Puts a pupil into a run from a day until it ends. Whoever runs it reaches the pupil from then. Returns the place's id. */
export async function putInRun(tx: Tx, given: NewPlaceInRun): Promise<Result<string, PutRefusal>> {
  const { run, pupilId, fromOn, aim, bearsCost = true, why } = given;
  if (run.isWithdrawn || fromOn < run.fromOn || (run.untilOn !== null && fromOn > run.untilOn))
    return refused('outside_run');
  const { schoolId } = tx.scope.actor;
  const held = await tx
    .selectFrom('runPupils')
    .select('runPupilId')
    .where('schoolId', '=', schoolId)
    .where('runId', '=', run.runId)
    .where('pupilId', '=', pupilId)
    .where('withdrawnAt', 'is', null)
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', fromOn)]))
    .executeTakeFirst();
  if (held !== undefined) return refused('already_in');
  const runPupilId = newId(tx.scope.clock.now().getTime());
  const row = { runId: run.runId, fromOn, aim, bearsCost };
  await add(tx, 'runPupils', [{ runPupilId, pupilId, ...row }]);
  await record(tx, {
    type: 'PupilPutInRun',
    audience: 'plans',
    pupilId,
    subjectId: runPupilId,
    why,
    changes: { provision: { before: null, after: run.name }, ...changesBetween({}, { fromOn, aim }) },
  });
  return done(runPupilId);
}

export type EndOfPlace = {
  readonly run: Run;
  readonly place: RunPupil;
  readonly untilOn: SchoolDate;
  readonly outcome: Outcome;
  readonly why: string | null;
  readonly nextStep: string | null;
};

/**
 * Ends a pupil's time in a run with its last day, what came of it and what comes next; plans listen for this event. Refused
 * where a session with the pupil was logged for a later day.
 */
export async function endForPupil(tx: Tx, given: EndOfPlace): Promise<Result<null, EndRefusal>> {
  const { run, place, untilOn, outcome, why, nextStep } = given;
  if (untilOn < place.fromOn) return refused('before_start');
  if (run.untilOn !== null && untilOn > run.untilOn) return refused('outside_run');
  const logged = await findLoggedSpan(tx, { runId: run.runId, pupilId: place.pupilId });
  if (logged !== null && logged.last > untilOn) return refused('sessions_outside');
  const set = { untilOn, outcome, endedWhy: why, nextStep };
  if (!(await write(tx, place, set))) return refused('stale');
  const before = {
    untilOn: place.untilOn,
    outcome: place.outcome,
    endedWhy: place.endedWhy,
    nextStep: place.nextStep,
  };
  await record(tx, {
    type: 'PupilTakenOutOfRun',
    audience: 'plans',
    pupilId: place.pupilId,
    subjectId: place.runPupilId,
    why: why ?? undefined,
    changes: { provision: { before: run.name, after: run.name }, ...changesBetween(before, set) },
  });
  return done(null);
}

async function write(
  tx: Tx,
  { runPupilId, version }: RunPupil,
  set: {
    untilOn?: SchoolDate;
    outcome?: Outcome;
    endedWhy?: string | null;
    nextStep?: string | null;
    withdrawnAt?: Date;
    withdrawnWhy?: string;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('runPupils')
    .set({ ...set, version: version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('runPupilId', '=', runPupilId)
    .where('version', '=', version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes back a pupil's place that was entered by mistake. Refused once a session with the pupil was logged. */
export async function withdrawPlace(
  tx: Tx,
  given: { readonly run: Run; readonly place: RunPupil; readonly why: string },
): Promise<Result<null, 'has_sessions' | 'stale'>> {
  const { run, place, why } = given;
  const logged = await findLoggedSpan(tx, { runId: run.runId, pupilId: place.pupilId });
  if (logged !== null && logged.last >= place.fromOn) return refused('has_sessions');
  if (!(await write(tx, place, { withdrawnAt: tx.scope.clock.now(), withdrawnWhy: why })))
    return refused('stale');
  await record(tx, {
    type: 'PupilsPlaceInRunWithdrawn',
    audience: 'plans',
    pupilId: place.pupilId,
    subjectId: place.runPupilId,
    why,
    changes: { provision: { before: run.name, after: null } },
  });
  return done(null);
}

/**
 * Moves a pupil from one run to another from a day on: ends the one with the day before, begins the other. Refused as its
 * two halves are.
 */
export async function moveToRun(
  tx: Tx,
  given: {
    readonly from: Run;
    readonly place: RunPupil;
    readonly to: Run;
    readonly onDay: SchoolDate;
    readonly why: string;
  },
): Promise<Result<string, PutRefusal | EndRefusal>> {
  const { from, place, to, onDay, why } = given;
  const ended = await endForPupil(tx, {
    run: from,
    place,
    untilOn: addDays(onDay, -1),
    outcome: 'not_known',
    why,
    nextStep: to.name,
  });
  if (!ended.ok) return ended;
  return putInRun(tx, { run: to, pupilId: place.pupilId, fromOn: onDay, aim: place.aim, why });
}
