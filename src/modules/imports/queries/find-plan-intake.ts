import { sql } from 'kysely';
import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { listPlansAtWork } from '#src/modules/plans/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type LaidPlans, layPlans } from '../domain/lay-plans.ts';
import { PlanIntake, tableOf } from '../domain/plan-intake.ts';
import { readPlanRows } from '../domain/plan-rows.ts';
import type { PlanPupil } from '../domain/plan-who.ts';
import { listKnownPupils } from './list-known-pupils.ts';

/** One intake of plans, or null. */
export async function findPlanIntake(tx: Tx, planIntakeId: string): Promise<PlanIntake | null> {
  const row = await tx
    .selectFrom('planIntakes')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('planIntakeId', '=', planIntakeId)
    .executeTakeFirst();
  return row === undefined ? null : PlanIntake.parse(row);
}

const Listed = PlanIntake.pick({
  planIntakeId: true,
  fileName: true,
  state: true,
  counts: true,
  broughtAt: true,
}).extend({ by: z.string().nullable() });
export type ListedPlanIntake = z.output<typeof Listed>;

/** The newest intakes of plans, the newest first; without what is in them. */
export async function listPlanIntakes(tx: Tx): Promise<readonly ListedPlanIntake[]> {
  const rows = await tx
    .selectFrom('planIntakes as i')
    .leftJoin('members as m', (join) =>
      join.onRef('m.schoolId', '=', 'i.schoolId').onRef('m.personId', '=', 'i.broughtBy'),
    )
    .select(['i.planIntakeId', 'i.fileName', 'i.state', 'i.counts', 'i.broughtAt', 'm.knownAs as by'])
    .where('i.schoolId', '=', tx.scope.actor.schoolId)
    .orderBy('i.broughtAt', 'desc')
    .limit(20)
    .execute();
  return z.array(Listed).parse(rows);
}

const Line = z.object({
  pupilId: PupilId,
  name: z.string(),
  className: z.string().nullable(),
  bornOn: SchoolDate,
});

/** The pupils on roll as a file of plans may name them, by name. Two statements. */
export async function listPlanPupils(tx: Tx): Promise<readonly PlanPupil[]> {
  const known = new Map((await listKnownPupils(tx)).map((pupil) => [pupil.pupilId, pupil]));
  const { rows } = await sql`
    select pupil_id, surname || ', ' || forename as name, class_name, born_on from pupil_lines
    where school_id = ${tx.scope.actor.schoolId} and is_on_roll order by surname, forename`.execute(tx);
  return z
    .array(Line)
    .parse(rows)
    .flatMap(({ pupilId, ...line }) => {
      const pupil = known.get(pupilId);
      return pupil === undefined ? [] : [{ ...pupil, ...line }];
    });
}

/** An intake laid beside the pupils and the plans that are held now. */
export type LaidIntake = {
  readonly intake: PlanIntake;
  readonly laid: LaidPlans;
  readonly pupils: readonly PlanPupil[];
};

/** Lays an intake anew: what it would do is never stored, so that it is right when somebody else writes meanwhile. */
export async function layPlanIntake(tx: Tx, intake: PlanIntake): Promise<LaidIntake> {
  const table = tableOf(intake);
  const rows = table === null ? [] : readPlanRows(table, intake.mapping, tx.scope.today);
  const pupils = await listPlanPupils(tx);
  const { chosen, areaOfRest } = intake;
  const first = layPlans(rows, { pupils, held: [], chosen, areaOfRest });
  const held = await listPlansAtWork(
    tx,
    first.plans.map((plan) => plan.pupilId),
  );
  return { intake, pupils, laid: layPlans(rows, { pupils, held, chosen, areaOfRest }) };
}
