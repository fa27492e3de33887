import type { SchoolId } from '#src/kernel/ids.ts';
import { asOwner } from './worker-database.ts';

const aStaff = `(select min(staff_id::text)::uuid from app.staff where school_id = $1)`;

/** Somebody who is away, what was decided about it, and a meeting of the team. */
export async function fillCover(schoolId: SchoolId): Promise<void> {
  const run = (sql: string) => asOwner(sql, [schoolId]);
  await run(
    `insert into app.absences (school_id, absence_id, staff_id, from_on, until_on)
     values ($1, gen_random_uuid(), ${aStaff}, '2026-11-24', '2026-11-25')`,
  );
  await run(`insert into app.cover_days (school_id, on_date) values ($1, '2026-11-23')`);
  await run(
    `insert into app.cover_moves (school_id, cover_move_id, on_date, demand_key, slot_key, from_staff_id, reason, decided_at)
     values ($1, gen_random_uuid(), '2026-11-23', 'demand', 'slot', ${aStaff}, 'adult_absent', now())`,
  );
  await run(
    `insert into app.team_meetings (school_id, team_meeting_id, held_on, title, notes)
     values ($1, gen_random_uuid(), '2026-11-20', 'Weekly meeting', 'Readers are changed on Mondays')`,
  );
  await run(
    `insert into app.team_meeting_staff (school_id, team_meeting_id, staff_id)
     select school_id, team_meeting_id, ${aStaff} from app.team_meetings where school_id = $1`,
  );
}
