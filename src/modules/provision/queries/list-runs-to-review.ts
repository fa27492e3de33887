import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import { getCalendar } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { MeasuredRun } from '../domain/impact/measured-run.ts';
import { halfTermEnd, nextReviewOn, type ReviewDue, reviewDue } from '../domain/impact/reviews-due.ts';
import type { Verdict } from '../domain/impact/verdict.ts';
import { type ImpactWorld, impactsOfRun, loadImpactWorld, type RunImpact } from './find-impacts.ts';

export type RunToReview = {
  readonly measured: MeasuredRun;
  readonly due: ReviewDue;
  /** What the figures advise on its first measure; null where nothing is measured. */
  readonly advised: RunImpact | null;
};

export type RunsToReview = {
  readonly world: ImpactWorld;
  readonly runs: readonly RunToReview[];
  readonly halfTermEnds: SchoolDate;
  readonly next: SchoolDate;
};

/** Every run of the last year that is to be reviewed, the earliest first, with what the figures advise. */
export async function listRunsToReview(tx: Tx): Promise<RunsToReview> {
  const { today } = tx.scope;
  const { terms } = await getCalendar(tx);
  const halfTermEnds = halfTermEnd(terms, today);
  const world = await loadImpactWorld(tx, { from: addDays(today, -365), until: today });
  const runs = world.runs.flatMap((measured) => {
    const due = reviewDue(measured, { today, halfTermEnds });
    return due === null ? [] : [{ measured, due, advised: impactsOfRun(world, measured)[0] ?? null }];
  });
  return { world, runs: runs.toSorted(earliestFirst), halfTermEnds, next: nextReviewOn(terms, today) };
}

const earliestFirst = (one: RunToReview, other: RunToReview): number => {
  const key = ({ due, measured: { run } }: RunToReview) => `${due.on} ${run.name} ${run.runId}`;
  return key(one) < key(other) ? -1 : 1;
};

/** What the figures say of a run, as it is kept beside the decision. */
export const adviceOf = ({ advised }: Pick<RunToReview, 'advised'>): Verdict | null =>
  advised?.impact.judged.verdict ?? null;
