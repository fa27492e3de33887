import type { SchoolId } from '#src/kernel/ids.ts';
import { asOwner } from './worker-database.ts';

/** A termly meeting and a review with its case, each with somebody invited, their words, a page of a report and a link. */
export async function fillAnnualReviews(schoolId: SchoolId): Promise<void> {
  const run = (sql: string) => asOwner(sql, [schoolId]);
  await run(
    `insert into app.annual_reviews (school_id, review_id, pupil_id, kind, meeting_on)
     select $1, gen_random_uuid(), pupil_id, 'termly', '2027-01-12' from app.pupils where school_id = $1`,
  );
  await run(
    `insert into app.review_people (school_id, review_person_id, review_id, pupil_id, capacity, name, why, invited_on)
     select school_id, gen_random_uuid(), review_id, pupil_id, 'professional', 'Dr Hart', 'Knows the pupil', '2026-11-20'
     from app.annual_reviews where school_id = $1`,
  );
  await run(
    `insert into app.review_advice (school_id, review_person_id, review_id, pupil_id, asked_on, received_on, words)
     select school_id, review_person_id, review_id, pupil_id, '2026-11-20', '2026-11-23', 'Needs more time'
     from app.review_people where school_id = $1`,
  );
  await run(
    `insert into app.review_parts (school_id, review_id, step, pupil_id, words)
     select school_id, review_id, 'views', pupil_id, '{"working": "Reading with a friend"}'
     from app.annual_reviews where school_id = $1`,
  );
  await run(
    `insert into app.review_links (school_id, review_link_id, review_person_id, review_id, pupil_id, secret_hash, code_hash,
       made_at, until_at)
     select school_id, gen_random_uuid(), review_person_id, review_id, pupil_id, repeat('a', 64), repeat('b', 64), now(),
       now() + interval '30 days' from app.review_people where school_id = $1`,
  );
  await run(
    `insert into app.review_deliveries (school_id, review_delivery_id, review_id, review_person_id, pupil_id, what,
       document_id, asked_at, email, mailed_at, until_at)
     select p.school_id, gen_random_uuid(), p.review_id, p.review_person_id, p.pupil_id, 'report', d.document_id, now(),
       'hart@example.com', now(), now() + interval '30 days'
     from app.review_people p
     cross join lateral (select document_id from app.documents d
       where d.school_id = p.school_id and d.pupil_id = p.pupil_id limit 1) d
     where p.school_id = $1`,
  );
}
