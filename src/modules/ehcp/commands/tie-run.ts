import { changesBetween } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { ehcPlanEvents } from '../domain/ehc-plan.events.ts';
import type { EhcPlan } from '../domain/ehc-plan.ts';
import type { PlanLedger, Tied } from '../queries/find-ledger.ts';

const record = recorder(ehcPlanEvents);

type Tying = {
  readonly plan: EhcPlan;
  readonly ledger: Pick<PlanLedger, 'ties' | 'runs'>;
  readonly commitmentId: string;
  readonly runId: string;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
};

/** Counts the sessions of a run towards a line of Section F. A run counts to one line at a time (rule ledger-2). */
export async function tieRun(
  tx: Tx,
  given: Tying,
): Promise<Result<string, 'unknown_run' | 'counts_elsewhere' | 'ends_before'>> {
  const { plan, ledger, commitmentId, runId, fromOn, untilOn } = given;
  if (!ledger.runs.some((run) => run.runId === runId)) return refused('unknown_run');
  if (untilOn !== null && untilOn < fromOn) return refused('ends_before');
  const meets = (tie: Tied) =>
    tie.runId === runId &&
    (untilOn === null || tie.fromOn <= untilOn) &&
    (tie.untilOn === null || fromOn <= tie.untilOn);
  if (ledger.ties.some(meets)) return refused('counts_elsewhere');
  const { actor, clock } = tx.scope;
  const tieId = newId(clock.now().getTime());
  const { ehcPlanId, pupilId } = plan;
  await tx
    .insertInto('ehcLineRuns')
    .values({
      schoolId: actor.schoolId,
      ehcLineRunId: tieId,
      ehcPlanId,
      commitmentId,
      runId,
      pupilId,
      fromOn,
      untilOn,
    })
    .execute();
  await record(tx, {
    type: 'EhcRunTied',
    audience: 'plans',
    pupilId,
    subjectId: ehcPlanId,
    changes: changesBetween({}, { commitmentId, runId, fromOn, untilOn }),
  });
  return done(tieId);
}

/** Counts a run no longer: its sessions stand among those that count to no line. */
export async function untieRun(tx: Tx, plan: EhcPlan, tie: Tied): Promise<Result<null, 'stale'>> {
  const { actor, clock } = tx.scope;
  const { numUpdatedRows } = await tx
    .updateTable('ehcLineRuns')
    .set({ withdrawnAt: clock.now(), version: tie.version + 1 })
    .where('schoolId', '=', actor.schoolId)
    .where('ehcLineRunId', '=', tie.tieId)
    .where('version', '=', tie.version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('stale');
  await record(tx, {
    type: 'EhcRunUntied',
    audience: 'plans',
    pupilId: plan.pupilId,
    subjectId: plan.ehcPlanId,
    changes: { runId: { before: tie.runId, after: null } },
  });
  return done(null);
}
