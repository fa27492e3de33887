import type { SchoolId } from '#src/kernel/ids.ts';
import { asOwner } from './worker-database.ts';

const aStaff = `(select min(staff_id::text)::uuid from app.staff where school_id = $1)`;
const pupils = `(select pupil_id from app.pupils where school_id = $1 order by 1 limit 4) as p`;

/** A school day, an adult's week, skills, demands of pupils and who is placed where. */
export async function fillDeployment(schoolId: SchoolId): Promise<void> {
  const run = (sql: string) => asOwner(sql, [schoolId]);
  await run(
    `insert into app.school_weeks (school_id, school_week_id, from_on, travel_minutes)
     values ($1, gen_random_uuid(), '2026-09-01', 10)`,
  );
  await run(
    `insert into app.week_slots (school_id, slot_id, school_week_id, weekday, from_minute, until_minute, kind)
     select school_id, gen_random_uuid(), school_week_id, d, m, m + 60, 'lesson' from app.school_weeks
     cross join generate_series(1, 5) as d cross join generate_series(540, 720, 60) as m where school_id = $1`,
  );
  await run(
    `insert into app.adult_weeks (school_id, adult_week_id, staff_id, from_on)
     values ($1, gen_random_uuid(), ${aStaff}, '2026-09-01')`,
  );
  await run(
    `insert into app.adult_times (school_id, adult_time_id, adult_week_id, weekday, from_minute, until_minute)
     select school_id, gen_random_uuid(), adult_week_id, 1, 540, 900 from app.adult_weeks where school_id = $1`,
  );
  await run(`insert into app.skills (school_id, skill_id, name) values ($1, gen_random_uuid(), 'Makaton')`);
  await run(
    `insert into app.adult_skills (school_id, adult_skill_id, staff_id, skill_id, from_on)
     select school_id, gen_random_uuid(), ${aStaff}, skill_id, '2026-09-01' from app.skills where school_id = $1`,
  );
  await run(
    `insert into app.adult_avoids (school_id, adult_avoid_id, staff_id, pupil_id, from_on)
     select $1, gen_random_uuid(), ${aStaff}, p.pupil_id, '2026-09-01' from ${pupils}`,
  );
  await run(
    `insert into app.fixed_points (school_id, fixed_point_id, pupil_id, words, weekday, from_minute, until_minute, from_on)
     select $1, gen_random_uuid(), p.pupil_id, 'Swimming', 5, 540, 600, '2026-09-01' from ${pupils}`,
  );
  await run(
    `insert into app.demands (school_id, demand_id, kind, name, force, times, length, once_per_day, from_on)
     values ($1, gen_random_uuid(), 'one_to_one', 'Reading with an adult', 'intervention', 1, 1, true, '2026-09-01')`,
  );
  await run(
    `insert into app.demand_pupils (school_id, demand_pupil_id, demand_id, pupil_id)
     select d.school_id, gen_random_uuid(), d.demand_id, p.pupil_id from app.demands d cross join ${pupils}
     where d.school_id = $1`,
  );
  await run(
    `insert into app.placements (school_id, placement_id, demand_id, staff_id, weekday, from_minute, from_on)
     select school_id, gen_random_uuid(), demand_id, ${aStaff}, 1, 540, '2026-09-01' from app.demands where school_id = $1`,
  );
  const made = `from_on, week_version, state, asked_at, made_at, bounds, placements, name, changes)
     select $1, gen_random_uuid(), gen_random_uuid(), '2026-11-24', 1, 'made', now(), now(),
       '{"safety":0,"law":0,"intervention":180,"general":0}', jsonb_build_array(jsonb_build_object(
         'demandId', p.demand_id, 'slotId', s.slot_id, 'staffId', p.staff_id, 'isPinned', false))`;
  const placed = `from app.placements p join app.week_slots s on s.school_id = p.school_id
     and s.weekday = p.weekday and s.from_minute = p.from_minute where p.school_id = $1`;
  for (const more of ['null, null', `'Fewer hours', '[{"is":"cut_hours","minutes":60}]'`])
    await run(
      `insert into app.week_suggestions (school_id, week_suggestion_id, person_id, ${made}, ${more} ${placed}`,
    );
}
