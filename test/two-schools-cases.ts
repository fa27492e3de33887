import type { SchoolId } from '#src/kernel/ids.ts';
import { asOwner } from './worker-database.ts';

/** An authority, cases of every audience with an event, a claim, and one that has ended. */
export async function fillCases(schoolId: SchoolId): Promise<void> {
  const run = (sql: string) => asOwner(sql, [schoolId]);
  await run(
    `insert into app.authorities (school_id, authority_id, code, name, local_rules)
     values ($1, gen_random_uuid(), '209', 'Harebell', '{"draftWeek": 14, "asks": []}')`,
  );
  await run(
    `insert into app.cases (school_id, case_id, pupil_id, kind, authority_id, opened_on, audience)
     select $1, gen_random_uuid(), p.pupil_id, 'needs-assessment', a.authority_id, '2026-09-14', v.audience
     from (select pupil_id, row_number() over (order by pupil_id) as n from app.pupils where school_id = $1) p
     join (values (1, 'staff'), (2, 'family'), (3, 'sensitive'), (4, 'leaders')) v(n, audience) on v.n = p.n
     cross join (select authority_id from app.authorities where school_id = $1) a`,
  );
  await run(
    `insert into app.case_events (school_id, case_event_id, case_id, pupil_id, name, happened_on, audience)
     select school_id, gen_random_uuid(), case_id, pupil_id, 'requested', opened_on, audience
     from app.cases where school_id = $1`,
  );
  await run(
    `insert into app.claimed_exceptions (school_id, claimed_exception_id, case_id, pupil_id, clock_id, exception_id,
       claimed_on, claimed_by, audience)
     select school_id, gen_random_uuid(), case_id, pupil_id, 'A2', 'exceptional-circumstances', '2026-10-20',
       'The SEND team', audience from app.cases where school_id = $1`,
  );
  await run(
    `insert into app.assessment_requests (school_id, assessment_request_id, pupil_id, begun_on)
     select school_id, gen_random_uuid(), pupil_id, '2026-11-02' from app.cases where school_id = $1 and audience = 'staff'`,
  );
  await run(
    `insert into app.assessment_request_parts (school_id, assessment_request_id, part, pupil_id, state, own)
     select school_id, assessment_request_id, 'needs', pupil_id, 'in_progress', 'Tires within ten minutes'
     from app.assessment_requests where school_id = $1`,
  );
}
