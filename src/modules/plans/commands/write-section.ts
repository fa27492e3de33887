import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Plan, Section } from '../domain/plan.ts';
import type { PlanRefusal } from '../domain/plan-refusals.ts';
import { plansEvents } from '../domain/plans.events.ts';
import { changePlanState } from './change-plan-state.ts';

const record = recorder(plansEvents);

/** Writes one part of a plan, as it was read. Nothing different, nothing recorded. */
export async function writeSection(
  tx: Tx,
  given: { readonly plan: Plan; readonly section: Section; readonly set: Pick<Section, 'words' | 'mark'> },
): Promise<Result<boolean, PlanRefusal>> {
  const { plan, section, set } = given;
  const { kind, version, ...held } = section;
  const changes = changesBetween(held, set);
  if (nothingChanged(changes)) return done(false);
  const allowed = await changePlanState(tx, plan, { step: 'write' });
  if (!allowed.ok) return allowed;
  if (!(await save(tx, given))) return refused('stale');
  await record(tx, {
    type: 'PlanSectionWritten',
    audience: 'plans',
    pupilId: plan.pupilId,
    subjectId: plan.planId,
    changes: { part: { before: kind, after: kind }, ...changes },
  });
  return done(true);
}

/** False when somebody else saved this part since. */
async function save(
  tx: Tx,
  { plan, section, set }: { plan: Plan; section: Section; set: Pick<Section, 'words' | 'mark'> },
): Promise<boolean> {
  const { schoolId } = tx.scope.actor;
  const { planId, pupilId } = plan;
  const { kind, version } = section;
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('planSections')
      .values({ schoolId, planId, pupilId, kind, ...set })
      .onConflict((oc) => oc.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await tx
    .updateTable('planSections')
    .set({ ...set, version: version + 1 })
    .where('schoolId', '=', schoolId)
    .where('planId', '=', planId)
    .where('kind', '=', kind)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
