import type { SchoolId } from '#src/kernel/ids.ts';
import { asOwner } from './worker-database.ts';

/** Concerns about the first pupils of a school, each with a decision, one of them with the task to look again. */
export async function fillConcerns(schoolId: SchoolId): Promise<void> {
  await asOwner(
    `insert into app.concerns (school_id, concern_id, pupil_id, area, observed, raised_on)
     select $1, gen_random_uuid(), pupil_id, 'not_sure', 'Loses the thread', '2026-11-20'
     from (select pupil_id from app.pupils where school_id = $1 order by 1 limit 4) p
     cross join generate_series(1, 2)`,
    [schoolId],
  );
  await asOwner(
    `insert into app.concern_decisions (school_id, concern_decision_id, concern_id, pupil_id, place, outcome, why, decided_on)
     select school_id, gen_random_uuid(), concern_id, pupil_id, 1, 'no_action', 'Seen in class', '2026-11-24'
     from app.concerns where school_id = $1`,
    [schoolId],
  );
  await asOwner(
    `insert into app.concern_decisions (school_id, concern_decision_id, concern_id, pupil_id, place, outcome, why, decided_on,
       task_id)
     select c.school_id, gen_random_uuid(), c.concern_id, c.pupil_id, 2, 'monitor', 'Look again', '2026-11-24', t.task_id
     from app.concerns c
     join app.tasks t on t.school_id = c.school_id and t.pupil_id = c.pupil_id and t.audience = 'notes'
     where c.school_id = $1 limit 1`,
    [schoolId],
  );
}
