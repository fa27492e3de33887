import type { SchoolId } from '#src/kernel/ids.ts';
import { asOwner } from './worker-database.ts';

/** What was seen of targets, for every audience, and what was asked about them. */
export async function fillReviews(schoolId: SchoolId): Promise<void> {
  await asOwner(
    `insert into app.target_evidence (school_id, evidence_id, target_id, plan_id, pupil_id, kind, words, seen_on, audience)
     select school_id, gen_random_uuid(), target_id, plan_id, pupil_id, 'note', 'Reads 25 words', now(), a.audience
     from app.plan_targets t
     cross join unnest(array['notes', t.audience]) as a (audience) where school_id = $1`,
    [schoolId],
  );
  await asOwner(
    `insert into app.asks (school_id, ask_id, person_id, week_on, asked_at)
     select school_id, gen_random_uuid(), person_id, '2026-11-23', now() from app.members where school_id = $1`,
    [schoolId],
  );
  await asOwner(
    `insert into app.ask_items (school_id, ask_item_id, ask_id, pupil_id, plan_id, target_id)
     select t.school_id, gen_random_uuid(), a.ask_id, t.pupil_id, t.plan_id, t.target_id
     from app.plan_targets t cross join (select ask_id from app.asks where school_id = $1 limit 1) a
     where t.school_id = $1`,
    [schoolId],
  );
}
