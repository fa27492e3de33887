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

type TargetRow = Omit<Target, 'area' | 'byOn' | 'review'> & {
  readonly area: string;
  readonly byOn: string | null;
  readonly review: {
    readonly rating: number;
    readonly decision: string;
    readonly words: string | null;
  } | null;
};
type SectionRow = {
  readonly kind: string;
  readonly words: string | null;
  readonly mark: string | null;
  readonly version: number;
};

const sectionsOf = sql<readonly SectionRow[]>`coalesce((
  select json_agg(json_build_object('kind', s.kind, 'words', s.words, 'mark', s.mark, 'version', s.version))
  from plan_sections s where s.school_id = p.school_id and s.plan_id = p.plan_id), '[]')`;

const targetsOf = sql<readonly TargetRow[]>`coalesce((
  select json_agg(json_build_object('targetId', t.target_id, 'area', t.area, 'words', t.words, 'baseline', t.baseline,
    'success', t.success, 'byOn', t.by_on, 'position', t.position, 'version', t.version,
    'review', (
      select json_build_object('rating', r.rating, 'decision', r.decision, 'words', r.words)
      from target_reviews r where r.school_id = t.school_id and r.target_id = t.target_id),
    'strategies', coalesce((
      select json_agg(json_build_object('words', s.words, 'who', s.who, 'howOften', s.how_often) order by s.position)
      from plan_strategies s where s.school_id = t.school_id and s.target_id = t.target_id), '[]')) order by t.position)
  from plan_targets t where t.school_id = p.school_id and t.plan_id = p.plan_id and t.withdrawn_at is null), '[]')`;

/** A plan with its parts, targets, strategies and reviews, in one statement. */
async function findPlan(tx: Tx, pupilId: PupilId, states: readonly Plan['state'][]): Promise<Plan | null> {
  const row = await tx
    .selectFrom('plans as p')
    .selectAll('p')
    .select([sectionsOf.as('sections'), targetsOf.as('targets')])
    .where('p.schoolId', '=', tx.scope.actor.schoolId)
    .where('p.pupilId', '=', pupilId)
    .where('p.state', 'in', states)
    .orderBy('p.cycle', 'desc')
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
    sections: wholeSections(row.sections.map(sectionOf)),
    targets: row.targets.map(targetOf),
  };
}

const sectionOf = ({ kind, mark, ...section }: SectionRow): Section => ({
  ...section,
  kind: known(sectionKinds, kind),
  mark: mark === null ? null : known(sectionMarks, mark),
});

const targetOf = ({ area, byOn, review, ...target }: TargetRow): Target => ({
  ...target,
  area: known(targetAreas, area),
  byOn: dateOf(byOn),
  review:
    review === null
      ? null
      : {
          rating: known(ratings, review.rating),
          decision: known(decisions, review.decision),
          words: review.words,
        },
});
