import pg from 'pg';
import { programActor } from '#src/kernel/access.ts';
import { costAllSessions, refreshAllRunLines } from '#src/modules/provision/index.ts';
import { inScope } from '#src/platform/db/scope.ts';
import { scopeOf } from '#src/platform/program.ts';
import type { BenchSchool } from './bench-school.ts';

/** 120 runs of five pupils, twice a week over every term that the school has entered, all of it logged and costed. */
const statements = [
  `insert into app.runs (school_id, run_id, name, entry_key, tier, areas, from_on, until_on)
   select $1, gen_random_uuid(), 'Bench group ' || n, 'lego-based-therapy', (array['universal', 'targeted', 'specialist'])[1 + n % 3],
     array[(array['communication', 'cognition', 'semh', 'sensory_physical'])[1 + n % 4]], t.from_on, t.until_on
   from generate_series(1, 120) as n,
     (select min(from_on) as from_on, max(until_on) as until_on from app.academic_years
      where school_id = $1 and current_date between from_on and until_on) as t`,
  `insert into app.run_pupils (school_id, run_pupil_id, run_id, pupil_id, from_on)
   select $1, gen_random_uuid(), r.run_id, p.pupil_id, r.from_on
   from (select *, row_number() over (order by run_id) as n from app.runs where school_id = $1 and name like 'Bench%') r
   join (select pupil_id, row_number() over (order by pupil_id) as n from app.register_lines
         where school_id = $1 and is_on_roll) p on (p.n - r.n * 5) between 0 and 4`,
  `insert into app.run_staff (school_id, run_staff_id, run_id, staff_id, from_on)
   select $1, gen_random_uuid(), r.run_id, s.staff_id, r.from_on
   from (select *, row_number() over (order by run_id) as n from app.runs where school_id = $1 and name like 'Bench%') r
   join (select staff_id, row_number() over (order by staff_id) as n from app.staff where school_id = $1) s
     on s.n = 1 + r.n % 20`,
  `insert into app.cost_rates (school_id, cost_rate_id, staff_id, pence_per_hour, from_on)
   select $1, gen_random_uuid(), staff_id, 1720, '2020-09-01' from app.staff s
   where school_id = $1 and not exists (select from app.cost_rates c where c.school_id = $1 and c.staff_id = s.staff_id)`,
  `insert into app.run_funding (school_id, run_id, from_on, source, basis_points)
   select school_id, run_id, from_on, 'notional_sen', 10000 from app.runs where school_id = $1 and name like 'Bench%'`,
  `insert into app.run_slots (school_id, slot_id, run_id, weekday, starts_at, minutes, from_on)
   select $1, gen_random_uuid(), run_id, d, '09:30', 30, from_on
   from app.runs cross join unnest(array[2, 4]) as d where school_id = $1 and name like 'Bench%'`,
  `insert into app.sessions (school_id, session_id, run_id, slot_id, on_date, state, planned_minutes, minutes_held, logged_at)
   select $1, gen_random_uuid(), s.run_id, s.slot_id, day, 'held', 30, 30 - 10 * (extract(day from day)::int % 2), now()
   from app.run_slots s join app.runs r on r.school_id = s.school_id and r.run_id = s.run_id
   join app.terms t on t.school_id = s.school_id and t.from_on >= r.from_on and t.until_on <= r.until_on
   cross join lateral generate_series(t.from_on, t.until_on, interval '1 day') as day
   where s.school_id = $1 and r.name like 'Bench%' and extract(isodow from day) = s.weekday
     and (t.half_term_from_on is null or day not between t.half_term_from_on and t.half_term_until_on)`,
  `insert into app.session_pupils (school_id, session_id, pupil_id, state, minutes)
   select $1, s.session_id, p.pupil_id, 'present', s.minutes_held
   from app.sessions s join app.run_pupils p on p.school_id = s.school_id and p.run_id = s.run_id where s.school_id = $1`,
  `insert into app.session_staff (school_id, session_id, staff_id, minutes)
   select $1, s.session_id, a.staff_id, s.minutes_held
   from app.sessions s join app.run_staff a on a.school_id = s.school_id and a.run_id = s.run_id where s.school_id = $1`,
];

/** Fills the bench school with a year of provision. Returns how many sessions there are. */
export async function fillProvision({ ownerUrl, schoolId, program }: BenchSchool): Promise<number> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    for (const statement of statements) await owner.query(statement, [schoolId]);
    await inScope(scopeOf(program), programActor(schoolId), async (tx) => {
      await costAllSessions(tx);
      await refreshAllRunLines(tx);
    });
    await owner.query('vacuum analyze');
    const { rows } = await owner.query<{ count: number }>(
      'select count(*)::int as count from app.sessions where school_id = $1',
      [schoolId],
    );
    return rows[0]?.count ?? 0;
  } finally {
    await owner.end();
  }
}
