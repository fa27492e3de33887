import { changesBetween } from '#src/kernel/changes.ts';
import { newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { add } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { provisionEvents } from '../domain/provision.events.ts';
import type { Run } from '../domain/run.ts';

const record = recorder(provisionEvents);

/** What can be said of a run when it starts. */
export type RunWords = Omit<Run, 'runId' | 'endedWhy' | 'isWithdrawn' | 'version'>;

/** Starts a run, from a day in the past or to come, as yet without pupils, adults and times. Returns its id. */
export async function startRun(tx: Tx, words: RunWords): Promise<Result<string, 'ends_before_start'>> {
  if (words.untilOn !== null && words.untilOn < words.fromOn) return refused('ends_before_start');
  const runId = newId(tx.scope.clock.now().getTime());
  const row = { ...words, areas: [...words.areas] };
  await add(tx, 'runs', [{ runId, ...row }]);
  await record(tx, {
    type: 'RunStarted',
    audience: 'plans',
    subjectId: runId,
    changes: changesBetween({}, row),
  });
  return done(runId);
}
