import type { SchoolId } from '#src/kernel/ids.ts';
import { asOwner } from './worker-database.ts';

/** What was seen of targets, for every audience. */
export async function fillReviews(schoolId: SchoolId): Promise<void> {
  await asOwner(
    `insert into app.target_evidence (school_id, evidence_id, target_id, plan_id, pupil_id, kind, words, seen_on, audience)
     select school_id, gen_random_uuid(), target_id, plan_id, pupil_id, 'note', 'Reads 25 words', now(), a.audience
     from app.plan_targets t
     cross join unnest(array['notes', t.audience]) as a (audience) where school_id = $1`,
    [schoolId],
  );
}
