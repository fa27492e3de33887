import type { SchoolId } from '#src/kernel/ids.ts';
import { asOwner } from './worker-database.ts';

/** Rows in the tables of rights and retention, about the first pupils of a school. */
export async function fillPrivacy(schoolId: SchoolId): Promise<void> {
  const few = '(select pupil_id from app.pupils where school_id = $1 order by 1 limit 3) p';
  const statements = [
    `insert into app.retention_rules (school_id, rule, years, why) values ($1, 'pupil', 30, 'The trust says so')`,
    `insert into app.retention_holds (school_id, hold_id, pupil_id, kind, why, from_on)
     select $1, gen_random_uuid(), pupil_id, 'complaint', 'Stage two', '2026-10-01' from ${few}`,
    `insert into app.retention_removals (school_id, removal_id, removed_pupil_id, state, why, rule, ended_on, asked_at,
       removed_at, counts)
     values ($1, gen_random_uuid(), gen_random_uuid(), 'done', 'Time', 'Born long ago', '2026-01-01', now(), now(),
       '{"needs": 2}')`,
    `insert into app.access_requests (school_id, access_request_id, pupil_id, right_used, asked_by, asker, received_on,
       what_for)
     select $1, gen_random_uuid(), pupil_id, 'subject_access', 'The mother', 'parent', '2026-11-02', 'Everything'
     from ${few}`,
    `insert into app.access_redactions (school_id, redaction_id, access_request_id, pupil_id, source, item, ground, why)
     select school_id, gen_random_uuid(), access_request_id, pupil_id, 'needs', gen_random_uuid()::text, 'third_party',
       'It names a friend' from app.access_requests where school_id = $1`,
    `insert into app.access_bundles (school_id, bundle_id, access_request_id, pupil_id, made_at, records, left_out,
       blanked, content)
     select school_id, gen_random_uuid(), access_request_id, pupil_id, now(), 1, 0, 0,
       '{"title": "Copy", "madeOn": "2026-11-20", "notes": [], "parts": []}'
     from app.access_requests where school_id = $1`,
    `insert into app.correction_requests (school_id, correction_id, pupil_id, asked_by, received_on, source, what_is_wrong)
     select $1, gen_random_uuid(), pupil_id, 'The father', '2026-11-03', 'needs', 'The need is hearing, not vision'
     from ${few}`,
    `insert into app.privacy_answers (school_id, document, revision, answers, saved_at)
     values ($1, 'impact_assessment', 1, '{}', now())`,
  ];
  for (const statement of statements) await asOwner(statement, [schoolId]);
}
