import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { provisionEvents } from '../domain/provision.events.ts';
import type { Run } from '../domain/run.ts';
import { findLoggedSpan } from '../queries/find-logged-span.ts';
import type { RunWords } from './start-run.ts';

const record = recorder(provisionEvents);

export type RunRefusal = 'ends_before_start' | 'sessions_outside' | 'stale' | 'has_sessions';

const wordsOf = ({ runId: _, endedWhy: __, isWithdrawn: ___, version: ____, ...words }: Run) => ({
  ...words,
  areas: [...words.areas],
});

type Set = Partial<ReturnType<typeof wordsOf>> & {
  endedWhy?: string;
  withdrawnAt?: Date;
  withdrawnWhy?: string;
};

async function write(tx: Tx, run: Run, set: Set): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('runs')
    .set({ ...set, version: run.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('runId', '=', run.runId)
    .where('version', '=', run.version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Why a run cannot have these days: they end before they begin, or leave out a session that was logged. */
async function daysFault(
  tx: Tx,
  runId: string,
  { fromOn, untilOn }: Pick<Run, 'fromOn' | 'untilOn'>,
): Promise<'ends_before_start' | 'sessions_outside' | null> {
  if (untilOn !== null && untilOn < fromOn) return 'ends_before_start';
  const logged = await findLoggedSpan(tx, { runId });
  if (logged === null) return null;
  const isOutside = logged.first < fromOn || (untilOn !== null && logged.last > untilOn);
  return isOutside ? 'sessions_outside' : null;
}

/** Changes a run that is as it was read. Nothing different, nothing recorded. */
export async function changeRun(tx: Tx, run: Run, words: RunWords): Promise<Result<boolean, RunRefusal>> {
  const set = { ...words, areas: [...words.areas] };
  const changes = changesBetween(wordsOf(run), set);
  if (nothingChanged(changes)) return done(false);
  const fault = await daysFault(tx, run.runId, words);
  if (fault !== null) return refused(fault);
  if (!(await write(tx, run, set))) return refused('stale');
  await record(tx, { type: 'RunChanged', audience: 'plans', subjectId: run.runId, changes });
  return done(true);
}

/** Ends a run with its last day. The time of its pupils and adults ends with it. */
export async function endRun(
  tx: Tx,
  run: Run,
  { untilOn, why }: { readonly untilOn: SchoolDate; readonly why: string },
): Promise<Result<null, RunRefusal>> {
  const fault = await daysFault(tx, run.runId, { fromOn: run.fromOn, untilOn });
  if (fault !== null) return refused(fault);
  if (!(await write(tx, run, { untilOn, endedWhy: why }))) return refused('stale');
  const changes = { untilOn: { before: run.untilOn, after: untilOn } };
  await record(tx, { type: 'RunEnded', audience: 'plans', subjectId: run.runId, why, changes });
  return done(null);
}

/** Takes back a run that was entered by mistake. Refused once a session of it was logged: then it is ended. */
export async function withdrawRun(tx: Tx, run: Run, why: string): Promise<Result<null, RunRefusal>> {
  if ((await findLoggedSpan(tx, { runId: run.runId })) !== null) return refused('has_sessions');
  if (!(await write(tx, run, { withdrawnAt: tx.scope.clock.now(), withdrawnWhy: why })))
    return refused('stale');
  const changes = { withdrawn: { before: false, after: true } };
  await record(tx, { type: 'RunWithdrawn', audience: 'plans', subjectId: run.runId, why, changes });
  return done(null);
}
