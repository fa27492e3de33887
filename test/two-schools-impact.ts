import type { SchoolId } from '#src/kernel/ids.ts';
import { asOwner } from './worker-database.ts';

/** A measure of the school's own, scores of every audience, and what hangs on them in a run. After the runs. */
export async function fillImpact(schoolId: SchoolId): Promise<void> {
  const run = (sql: string) => asOwner(sql, [schoolId]);
  await run(
    `insert into app.measures (school_id, key, name, domain, kind, lowest, highest, direction)
     values ($1, 'tricky-words', 'Tricky words', 'reading', 'count', 0, 45, 'high')`,
  );
  await run(
    `insert into app.results (school_id, result_id, pupil_id, measure_key, on_date, score, source, audience)
     select school_id, gen_random_uuid(), pupil_id, 'tricky-words', from_on, 12, 'typed', audience
     from app.run_pupils where school_id = $1 on conflict do nothing`,
  );
  await run(
    `insert into app.run_measures (school_id, run_id, measure_key)
     select school_id, run_id, 'tricky-words' from app.runs where school_id = $1`,
  );
  await run(
    `insert into app.run_results (school_id, run_pupil_id, measure_key, pupil_id, entry_id, audience)
     select r.school_id, r.run_pupil_id, 'tricky-words', r.pupil_id, min(s.result_id::text)::uuid, r.audience
     from app.run_pupils r join app.results s using (school_id, pupil_id) where r.school_id = $1
     group by r.school_id, r.run_pupil_id`,
  );
  await run(
    `insert into app.run_reviews (school_id, run_review_id, run_id, reviewed_on, decision, words)
     select school_id, gen_random_uuid(), run_id, '2026-11-20', 'keep', 'They like it' from app.runs where school_id = $1`,
  );
}
