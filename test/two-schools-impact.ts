import type { SchoolId } from '#src/kernel/ids.ts';
import { asOwner } from './worker-database.ts';

const figures = JSON.stringify({
  kindName: 'Talk Boost KS1',
  measureName: 'NGRT',
  scale: 'standard',
  runs: 1,
  pupils: 6,
  of: 6,
  sessions: { planned: 10, held: 9 },
  change: { mean: 9, low: 7, high: 11, spread: 2 },
  effect: { size: 0.6, unit: 'norms', ends: { low: 0.46, high: 0.74 } },
  ratio: null,
  verdict: 'keep',
  reason: 'more_than_expected',
});

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
  await run(`insert into app.impact_sharing (school_id, shares_impact) values ($1, true)`);
  await run(
    `insert into app.impact_figures (school_id, first_year, kind_key, measure_key, is_common, figures, made_at)
     values ($1, 2025, 'talk-boost-ks1', 'ngrt-sas', true, '${figures}', now())`,
  );
  await run(
    `insert into app.trust_impact_figures (school_id, of_school_id, first_year, kind_key, measure_key, figures, made_at)
     values ($1, $1, 2025, 'talk-boost-ks1', 'ngrt-sas', '${figures}', now())`,
  );
}
