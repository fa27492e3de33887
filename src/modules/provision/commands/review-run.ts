import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Verdict } from '../domain/impact/verdict.ts';
import { impactEvents } from '../domain/impact.events.ts';
import type { Run } from '../domain/run.ts';

const record = recorder(impactEvents);

export type ReviewOf = {
  readonly run: Run;
  readonly decision: Verdict;
  readonly words: string | null;
  /** What the figures said on the day; null where the run is not measured. */
  readonly advised: Verdict | null;
  /** Null: the run is reviewed no more. */
  readonly nextReviewOn: SchoolDate | null;
};

/**
 * Records what was decided of a run and sets its next review. The run itself goes on until it is ended. Refused where
 * somebody changed the run meanwhile, or the next review is not after today.
 */
export async function reviewRun(tx: Tx, given: ReviewOf): Promise<Result<string, 'stale' | 'not_later'>> {
  const { run, decision, words, advised, nextReviewOn } = given;
  const { actor, today, clock } = tx.scope;
  if (nextReviewOn !== null && nextReviewOn <= today) return refused('not_later');
  const { schoolId, personId } = actor;
  const { numUpdatedRows } = await tx
    .updateTable('runs')
    .set({ reviewOn: nextReviewOn, version: run.version + 1 })
    .where('schoolId', '=', schoolId)
    .where('runId', '=', run.runId)
    .where('version', '=', run.version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('stale');
  const runReviewId = newId(clock.now().getTime());
  const row = { runReviewId, runId: run.runId, reviewedOn: today, decision, words, advised, nextReviewOn };
  await tx
    .insertInto('runReviews')
    .values({ schoolId, reviewedBy: personId, ...row })
    .execute();
  await record(tx, {
    type: 'RunReviewed',
    audience: 'plans',
    subjectId: run.runId,
    why: words ?? undefined,
    changes: {
      decision: { before: null, after: decision },
      advised: { before: null, after: advised },
      reviewOn: { before: run.reviewOn, after: nextReviewOn },
    },
  });
  return done(runReviewId);
}
