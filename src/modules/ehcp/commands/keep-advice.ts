import { changesBetween } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Advice, AdviceLine, Verdict } from '../domain/advice.ts';
import { ehcPlanEvents } from '../domain/ehc-plan.events.ts';

const record = recorder(ehcPlanEvents);

type NewAdvice = {
  readonly pupilId: PupilId;
  readonly author: string;
  readonly capacity: string;
  readonly datedOn: SchoolDate;
  readonly recommendations: readonly string[];
};

/** Puts down what a professional recommended, one line each. Returns its id. */
export async function recordAdvice(
  tx: Tx,
  given: NewAdvice,
): Promise<Result<string, 'in_future' | 'nothing'>> {
  const { actor, clock, today } = tx.scope;
  const { pupilId, author, capacity, datedOn, recommendations } = given;
  if (datedOn > today) return refused('in_future');
  if (recommendations.length === 0) return refused('nothing');
  const now = clock.now().getTime();
  const adviceId = newId(now);
  const { schoolId } = actor;
  await tx.insertInto('advice').values({ schoolId, adviceId, pupilId, author, capacity, datedOn }).execute();
  await tx
    .insertInto('adviceLines')
    .values(
      recommendations.map((words, at) => ({
        schoolId,
        adviceLineId: newId(now),
        adviceId,
        pupilId,
        position: at + 1,
        words,
      })),
    )
    .execute();
  await record(tx, {
    type: 'AdviceRecorded',
    audience: 'staff',
    pupilId,
    subjectId: adviceId,
    changes: changesBetween({}, { author, capacity, datedOn, recommendations: recommendations.length }),
  });
  return done(adviceId);
}

/** Decides, with a reason, what became of a recommendation in the plan. */
export async function decideAdvice(
  tx: Tx,
  given: {
    readonly pupilId: PupilId;
    readonly line: AdviceLine;
    readonly verdict: Verdict;
    readonly why: string;
  },
): Promise<Result<boolean, 'stale'>> {
  const { pupilId, line, verdict, why } = given;
  if (line.verdict === verdict && line.why === why) return done(false);
  const { numUpdatedRows } = await tx
    .updateTable('adviceLines')
    .set({ verdict, verdictWhy: why, decidedOn: tx.scope.today, version: line.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('adviceLineId', '=', line.adviceLineId)
    .where('version', '=', line.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('stale');
  await record(tx, {
    type: 'AdviceDecided',
    audience: 'staff',
    pupilId,
    subjectId: line.adviceLineId,
    why,
    changes: { verdict: { before: line.verdict, after: verdict } },
  });
  return done(true);
}

/** Takes advice back that was put down wrongly. It stays on record. */
export async function withdrawAdvice(
  tx: Tx,
  given: { readonly pupilId: PupilId; readonly advice: Advice; readonly why: string },
): Promise<Result<null, 'stale'>> {
  const { pupilId, advice, why } = given;
  const { numUpdatedRows } = await tx
    .updateTable('advice')
    .set({ withdrawnAt: tx.scope.clock.now(), withdrawnWhy: why, version: advice.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('adviceId', '=', advice.adviceId)
    .where('version', '=', advice.version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('stale');
  await record(tx, {
    type: 'AdviceWithdrawn',
    audience: 'staff',
    pupilId,
    subjectId: advice.adviceId,
    why,
    changes: { author: { before: advice.author, after: null } },
  });
  return done(null);
}
