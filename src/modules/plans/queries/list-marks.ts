import { sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { decisions, known, ratings, type TargetReview } from '../domain/plan.ts';

/** What somebody has marked of a target, with its version. */
export type Mark = TargetReview & {
  readonly targetId: string;
  readonly version: number;
  readonly byName: string | null;
  readonly markedOn: SchoolDate;
};

/** The marks of a plan's targets, by target. */
export async function listMarks(tx: Tx, planId: string): Promise<ReadonlyMap<string, Mark>> {
  const { rows } = await sql<{
    targetId: string;
    rating: number;
    decision: string;
    words: string | null;
    version: number;
    reviewedOn: string;
    knownAs: string | null;
  }>`
    select r.target_id, r.rating, r.decision, r.words, r.version, r.reviewed_on, m.known_as from target_reviews r
    left join members m on m.school_id = r.school_id and m.person_id = r.by_person_id
    where r.school_id = ${tx.scope.actor.schoolId} and r.plan_id = ${planId}`.execute(tx);
  return new Map(
    rows.map(({ rating, decision, reviewedOn, knownAs, ...row }) => [
      row.targetId,
      {
        ...row,
        rating: known(ratings, rating),
        decision: known(decisions, decision),
        byName: knownAs,
        markedOn: schoolDate(reviewedOn),
      },
    ]),
  );
}
