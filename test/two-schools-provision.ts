import type { SchoolId } from '#src/kernel/ids.ts';
import { asOwner } from './worker-database.ts';

const own = `(select * from app.runs where school_id = $1 and name like 'Reading café,%')`;
const at = `from ${own} as r`;
const ofOwn = `run_id in (select run_id from ${own} as r)`;

/** Two runs with all that hangs on them: pupils of every audience, adults, times, money, sessions and their cost. */
export async function fillProvision(schoolId: SchoolId): Promise<void> {
  const run = (sql: string) => asOwner(sql, [schoolId]);
  await run(
    `insert into app.provision_settings (school_id, universal_name, targeted_name, specialist_name)
     values ($1, 'Wave 1', 'Wave 2', 'Wave 3') on conflict do nothing`,
  );
  await run(
    `insert into app.provision_entries (school_id, entry_id, name, tier, areas, staff_kind)
     values ($1, gen_random_uuid(), 'Reading café', 'targeted', array['cognition'], 'ta')`,
  );
  await run(
    `insert into app.runs (school_id, run_id, name, entry_id, tier, from_on, until_on)
     select school_id, gen_random_uuid(), n.title, entry_id, tier, '2026-09-07', '2026-12-18' from app.provision_entries
     cross join unnest(array['Reading café, Monday', 'Reading café, Tuesday']) as n (title)
     where school_id = $1 and name = 'Reading café'`,
  );
  await run(
    `insert into app.run_pupils (school_id, run_pupil_id, run_id, pupil_id, from_on, audience)
     select r.school_id, gen_random_uuid(), r.run_id, p.pupil_id, '2026-09-07', a.audience
     from ${own} as r cross join (select pupil_id from app.pupils where school_id = $1 order by 1 limit 6) as p
     cross join lateral (select (array['plans', 'sensitive', 'leaders'])[1 + abs(hashtext(p.pupil_id::text)) % 3]) as a (audience)`,
  );
  await run(
    `insert into app.run_staff (school_id, run_staff_id, run_id, staff_id, from_on)
     select school_id, gen_random_uuid(), run_id, (select min(staff_id::text)::uuid from app.staff where school_id = $1),
       '2026-09-07' ${at}`,
  );
  await run(
    `insert into app.run_slots (school_id, slot_id, run_id, weekday, minutes, from_on)
     select school_id, gen_random_uuid(), run_id, 2, 30, '2026-09-07' ${at}`,
  );
  await run(
    `insert into app.run_funding (school_id, run_id, from_on, source, basis_points)
     select school_id, run_id, '2026-09-07', 'notional_sen', 10000 ${at}`,
  );
  await run(
    `insert into app.run_costs (school_id, run_cost_id, run_id, kind, pence, on_date)
     select school_id, gen_random_uuid(), run_id, 'materials', 4500, '2026-09-07' ${at}`,
  );
  await run(
    `insert into app.sessions (school_id, session_id, run_id, slot_id, on_date, state, planned_minutes, minutes_held, logged_at, costed_version)
     select school_id, gen_random_uuid(), run_id, slot_id, '2026-09-08', 'held', minutes, minutes, now(), 1
     from app.run_slots where school_id = $1 and ${ofOwn}`,
  );
  await run(
    `insert into app.session_pupils (school_id, session_id, pupil_id, state, minutes)
     select s.school_id, s.session_id, p.pupil_id, 'present', s.minutes_held
     from app.sessions s join app.run_pupils p using (school_id, run_id) where s.school_id = $1 and s.${ofOwn}`,
  );
  await run(
    `insert into app.session_staff (school_id, session_id, staff_id, minutes)
     select s.school_id, s.session_id, a.staff_id, s.minutes_held
     from app.sessions s join app.run_staff a using (school_id, run_id) where s.school_id = $1 and s.${ofOwn}`,
  );
  await run(
    `insert into app.session_taps (school_id, tap_id, person_id, slot_id, on_date, session_id, session_version, tapped_at, kept_at)
     select s.school_id, gen_random_uuid(), m.person_id, s.slot_id, s.on_date, s.session_id, s.version, now(), now()
     from app.sessions s cross join (select person_id from app.members where school_id = $1 order by 1 limit 1) as m
     where s.school_id = $1 and s.${ofOwn}`,
  );
  await run(
    `insert into app.session_costs (school_id, session_id, staff_id, minutes, pence_per_hour, pence)
     select school_id, session_id, staff_id, minutes, 1500, minutes * 25 from app.session_staff
     where school_id = $1 and session_id in (select session_id from app.sessions where ${ofOwn})`,
  );
  await run(
    `insert into app.provision_thresholds (school_id, from_on, pence) values ($1, '2026-09-01', 600000)
     on conflict do nothing`,
  );
  await run(`insert into app.run_lines (school_id, run_id, weeks) select school_id, run_id, '131:30' ${at}`);
  await run(
    `insert into app.run_pupil_lines (school_id, run_id, pupil_id, weeks, audience)
     select school_id, run_id, pupil_id, '131:30', audience from app.run_pupils where school_id = $1 and ${ofOwn}`,
  );
  await run(
    `insert into app.run_cost_lines (school_id, run_cost_line_id, run_id, pupil_id, weeks)
     select school_id, gen_random_uuid(), run_id, pupil_id, '-131:125' from app.run_pupil_lines
     where school_id = $1 and ${ofOwn}`,
  );
}
