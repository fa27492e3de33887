import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** A plan that an intake wrote, and what became of it when the intake was taken back. */
export type TakenPlan = {
  readonly pupilId: PupilId;
  readonly name: string;
  readonly targets: number;
  readonly outcome: string | null;
};

/** The plans that an intake wrote, by the pupils' names. */
export async function listTakenPlans(tx: Tx, planIntakeId: string): Promise<readonly TakenPlan[]> {
  const rows = await tx
    .selectFrom('planIntakePlans as i')
    .innerJoin('pupilLines as l', (join) =>
      join.onRef('l.schoolId', '=', 'i.schoolId').onRef('l.pupilId', '=', 'i.pupilId'),
    )
    .select(['i.pupilId', 'l.surname', 'l.forename', 'i.targetIds', 'i.outcome'])
    .where('i.schoolId', '=', tx.scope.actor.schoolId)
    .where('i.planIntakeId', '=', planIntakeId)
    .orderBy('l.surname')
    .orderBy('l.forename')
    .execute();
  return rows.map(({ pupilId, surname, forename, targetIds, outcome }) => ({
    pupilId: PupilId.parse(pupilId),
    name: `${surname}, ${forename}`,
    targets: targetIds.length,
    outcome,
  }));
}
