import { newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { importsEvents } from '../domain/imports.events.ts';
import type { NewPlanIntake, PlanIntake } from '../domain/plan-intake.ts';

const record = recorder(importsEvents);

/** Keeps the tables of a file of plans until they are reviewed. Nothing of a pupil changes. Returns its id. */
export async function bringPlans(tx: Tx, brought: NewPlanIntake): Promise<string> {
  const { actor, clock } = tx.scope;
  const planIntakeId = newId(clock.now().getTime());
  await tx
    .insertInto('planIntakes')
    .values({
      schoolId: actor.schoolId,
      planIntakeId,
      fileName: brought.fileName,
      state: 'reviewing',
      tables: JSON.stringify(brought.tables),
      tableAt: brought.tableAt,
      mapping: JSON.stringify(brought.mapping),
      chosen: '{}',
      broughtBy: actor.personId,
      broughtAt: clock.now(),
    })
    .execute();
  await record(tx, { type: 'PlansBrought', audience: 'import', subjectId: planIntakeId });
  return planIntakeId;
}

type Set = Partial<Pick<PlanIntake, 'tableAt' | 'mapping' | 'chosen' | 'areaOfRest' | 'state' | 'counts'>>;

/** Changes an intake that is as it was read: `stale` when somebody changed it since. What it held goes with `isEmptied`. */
export async function claimPlanIntake(
  tx: Tx,
  intake: PlanIntake,
  { isEmptied = false, ...set }: Set & { readonly isEmptied?: boolean },
): Promise<Result<null, 'stale'>> {
  const { mapping, chosen, counts, ...plain } = set;
  const { numUpdatedRows } = await tx
    .updateTable('planIntakes')
    .set({
      ...plain,
      ...(mapping === undefined ? {} : { mapping: JSON.stringify(mapping) }),
      ...(chosen === undefined ? {} : { chosen: JSON.stringify(chosen) }),
      ...(counts === undefined ? {} : { counts: JSON.stringify(counts) }),
      ...(isEmptied ? { tables: '[]', chosen: '{}' } : {}),
      version: intake.version + 1,
    })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('planIntakeId', '=', intake.planIntakeId)
    .where('version', '=', intake.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? done(null) : refused('stale');
}

/** Says what the columns hold, or whom the names mean. */
export async function changePlanIntake(
  tx: Tx,
  intake: PlanIntake,
  set: Pick<Set, 'tableAt' | 'mapping' | 'chosen' | 'areaOfRest'>,
): Promise<Result<null, 'stale'>> {
  const claimed = await claimPlanIntake(tx, intake, set);
  if (!claimed.ok) return claimed;
  await record(tx, { type: 'PlanIntakeChanged', audience: 'import', subjectId: intake.planIntakeId });
  return claimed;
}

/** Puts an intake aside that nobody takes in: what it said of pupils goes. */
export async function setAsidePlanIntake(tx: Tx, intake: PlanIntake): Promise<Result<null, 'stale'>> {
  const claimed = await claimPlanIntake(tx, intake, { state: 'set_aside', isEmptied: true });
  if (!claimed.ok) return claimed;
  await record(tx, { type: 'PlanIntakeSetAside', audience: 'import', subjectId: intake.planIntakeId });
  return claimed;
}
