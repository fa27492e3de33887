import { sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import {
  decisions,
  known,
  type Plan,
  planStates,
  ratings,
  type Section,
  sectionKinds,
  sectionMarks,
  type Target,
  targetAreas,
  wholeSections,
} from '../domain/plan.ts';

const dateOf = (value: string | null): SchoolDate | null => (value === null ? null : schoolDate(value));

/** The plan that a pupil is at work with: drafted, shared or issued. Null where there is none that the actor sees. */
export const findPlanAtWork = (tx: Tx, pupilId: PupilId): Promise<Plan | null> =>
  findPlan(tx, pupilId, ['draft', 'shared', 'issued']);

/** The last plan of a pupil that was reviewed, or null. */
export const findLastReviewed = (tx: Tx, pupilId: PupilId): Promise<Plan | null> =>
  findPlan(tx, pupilId, ['reviewed']);

async function findPlan(tx: Tx, pupilId: PupilId, states: readonly Plan['state'][]): Promise<Plan | null> {
  const { schoolId } = tx.scope.actor;
  const row = await tx
    .selectFrom('plans')
    .selectAll()
    .where('schoolId', '=', schoolId)
    .where('pupilId', '=', pupilId)
    .where('state', 'in', states)
    .orderBy('cycle', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    planId: row.planId,
    pupilId: PupilId.parse(row.pupilId),
    cycle: row.cycle,
    state: known(planStates, row.state),
    begunOn: schoolDate(row.begunOn),
    reviewOn: dateOf(row.reviewOn),
    sharedOn: dateOf(row.sharedOn),
    sharedWith: row.sharedWith,
    issuedOn: dateOf(row.issuedOn),
    version: row.version,
    sections: wholeSections(await listSections(tx, row.planId)),
    targets: await listTargets(tx, row.planId),
  };
}

async function listSections(tx: Tx, planId: string): Promise<readonly Section[]> {
  const rows = await tx
    .selectFrom('planSections')
    .select(['kind', 'words', 'mark', 'version'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('planId', '=', planId)
    .execute();
  return rows.map(({ kind, words, mark, version }) => ({
    kind: known(sectionKinds, kind),
    words,
    mark: mark === null ? null : known(sectionMarks, mark),
    version,
  }));
}

/** The targets of a plan in their order, each with its strategies and its review, in one statement. */
async function listTargets(tx: Tx, planId: string): Promise<readonly Target[]> {
  const rows = await tx
    .selectFrom('planTargets as t')
    .leftJoin('targetReviews as r', (join) =>
      join.onRef('r.schoolId', '=', 't.schoolId').onRef('r.targetId', '=', 't.targetId'),
    )
    .select([
      't.targetId',
      't.area',
      't.words',
      't.baseline',
      't.success',
      't.byOn',
      't.position',
      't.version',
    ])
    .select(['r.rating', 'r.decision', 'r.words as reviewWords'])
    .select(
      sql<readonly { words: string; who: string | null; howOften: string | null }[]>`coalesce((
        select json_agg(json_build_object('words', s.words, 'who', s.who, 'howOften', s.how_often) order by s.position)
        from plan_strategies s where s.school_id = t.school_id and s.target_id = t.target_id), '[]')`.as(
        'strategies',
      ),
    )
    .where('t.schoolId', '=', tx.scope.actor.schoolId)
    .where('t.planId', '=', planId)
    .where('t.withdrawnAt', 'is', null)
    .orderBy('t.position')
    .execute();
  return rows.map(({ rating, decision, reviewWords, ...row }) => ({
    ...row,
    area: known(targetAreas, row.area),
    byOn: dateOf(row.byOn),
    review:
      rating === null || decision === null
        ? null
        : { rating: known(ratings, rating), decision: known(decisions, decision), words: reviewWords },
  }));
}
