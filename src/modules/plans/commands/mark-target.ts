import { sql } from 'kysely';
import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { TargetReview } from '../domain/plan.ts';
import { plansEvents } from '../domain/plans.events.ts';

const record = recorder(plansEvents);

export type MarkRefusal = 'stale' | 'not_now';

/** A target as it was read, with its mark if it had one. */
export type TargetToMark = {
  readonly targetId: string;
  readonly planId: string;
  readonly pupilId: PupilId;
  readonly mark: (TargetReview & { readonly version: number }) | null;
};

/**
 * Marks one target of an issued plan: progress, what happens next, a word. The review of the plan makes it final.
 * `not_now` once the plan is not issued any more, `stale` when somebody has marked the target since it was read.
 */
export async function markTarget(
  tx: Tx,
  given: { readonly target: TargetToMark; readonly set: TargetReview },
): Promise<Result<boolean, MarkRefusal>> {
  const { target, set } = given;
  const { targetId, planId, pupilId, mark } = target;
  const { actor, today } = tx.scope;
  const version = mark?.version ?? 0;
  const changes = changesBetween<Record<string, unknown>>(mark ?? {}, set);
  if (nothingChanged(changes)) return done(false);
  if (!(await holdIssued(tx, planId))) return refused('not_now');
  const by = { reviewedOn: today, byPersonId: actor.personId };
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('targetReviews')
    .values({ schoolId: actor.schoolId, targetId, planId, pupilId, ...by, ...set })
    .onConflict((oc) =>
      oc
        .columns(['schoolId', 'targetId'])
        .doUpdateSet({ ...by, ...set, version: version + 1 })
        .where('targetReviews.version', '=', version),
    )
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return refused('stale');
  await record(tx, { type: 'TargetMarked', audience: 'plans', pupilId, subjectId: targetId, changes });
  return done(true);
}

/** Whoever reviews or opens the plan meanwhile waits for this mark, or has gone before it. */
async function holdIssued(tx: Tx, planId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('plans')
    .select('planId')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('planId', '=', planId)
    .where('state', '=', 'issued')
    .modifyEnd(sql`for share`)
    .executeTakeFirst();
  return row !== undefined;
}
