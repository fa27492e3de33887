import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { IssuedContent } from '../domain/plan-version.ts';

/** A plan as issued, the newest first. */
export type PlanVersion = {
  readonly number: number;
  readonly planId: string;
  readonly issuedOn: SchoolDate;
  readonly issuedBy: string | null;
  readonly content: IssuedContent;
};

/** Every issued plan of a pupil that the actor may see, the newest first. */
export async function listPlanVersions(tx: Tx, pupilId: PupilId): Promise<readonly PlanVersion[]> {
  const rows = await tx
    .selectFrom('planVersions as v')
    .leftJoin('members as m', (join) =>
      join.onRef('m.schoolId', '=', 'v.schoolId').onRef('m.personId', '=', 'v.issuedBy'),
    )
    .select(['v.number', 'v.planId', 'v.issuedOn', 'v.content', 'm.knownAs'])
    .where('v.schoolId', '=', tx.scope.actor.schoolId)
    .where('v.pupilId', '=', pupilId)
    .orderBy('v.number', 'desc')
    .execute();
  return rows.map(({ number, planId, issuedOn, content, knownAs }) => ({
    number,
    planId,
    issuedOn: schoolDate(issuedOn),
    issuedBy: knownAs,
    content: IssuedContent.parse(content),
  }));
}
