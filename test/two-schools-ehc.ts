import type { SchoolId } from '#src/kernel/ids.ts';
import { asOwner } from './worker-database.ts';

/** An EHC plan with a version, its lines and outcomes, and advice, of every pupil. After the plans and the runs. */
export async function fillEhcPlans(schoolId: SchoolId): Promise<void> {
  const run = (sql: string) => asOwner(sql, [schoolId]);
  await run(
    `insert into app.ehc_plans (school_id, ehc_plan_id, pupil_id, authority_id, made_on)
     select $1, gen_random_uuid(), pupil_id, (select authority_id from app.authorities where school_id = $1 limit 1), '2026-02-10'
     from app.pupils where school_id = $1`,
  );
  await run(
    `insert into app.ehc_plan_versions (school_id, ehc_plan_id, number, pupil_id, kind, dated_on, sections, kept_at)
     select school_id, ehc_plan_id, 1, pupil_id, 'final', '2026-02-10', '{"F": "30 minutes daily"}', now()
     from app.ehc_plans where school_id = $1`,
  );
  await run(
    `insert into app.ehc_outcomes (school_id, ehc_plan_id, number, position, outcome_key, pupil_id, words)
     select school_id, ehc_plan_id, 1, 1, gen_random_uuid(), pupil_id, 'Reads aloud in class by July 2027'
     from app.ehc_plans where school_id = $1`,
  );
  await run(
    `insert into app.ehc_lines (school_id, ehc_plan_id, number, position, commitment_id, pupil_id, words, minutes, times, per)
     select school_id, ehc_plan_id, 1, 1, gen_random_uuid(), pupil_id, '30 minutes daily', 30, 1, 'day'
     from app.ehc_plans where school_id = $1`,
  );
  await run(
    `insert into app.ehc_entries (school_id, ehc_entry_id, ehc_plan_id, pupil_id, kind, dated_on, content)
     select l.school_id, gen_random_uuid(), l.ehc_plan_id, l.pupil_id, 'amended', '2026-11-02',
       jsonb_build_object('sections', jsonb_build_object('A', 'x'), 'outcomes', '[]'::jsonb,
         'lines', jsonb_build_array(jsonb_build_object('commitmentId', l.commitment_id, 'words', l.words,
           'minutes', 20, 'times', 1, 'per', 'day', 'byWhom', null, 'fromOn', null, 'untilOn', null)))
     from app.ehc_lines l where l.school_id = $1`,
  );
  await run(
    `insert into app.ehc_outcome_targets (school_id, ehc_outcome_target_id, ehc_plan_id, outcome_key, target_id, pupil_id)
     select o.school_id, gen_random_uuid(), o.ehc_plan_id, o.outcome_key, t.target_id, o.pupil_id
     from app.ehc_outcomes o
     cross join lateral (select target_id from app.plan_targets p
       where p.school_id = o.school_id and p.pupil_id = o.pupil_id order by 1 limit 1) t
     where o.school_id = $1`,
  );
  await run(
    `insert into app.ehc_line_runs (school_id, ehc_line_run_id, ehc_plan_id, commitment_id, run_id, pupil_id, from_on)
     select l.school_id, gen_random_uuid(), l.ehc_plan_id, l.commitment_id, r.run_id, l.pupil_id, '2026-09-07'
     from app.ehc_lines l
     cross join lateral (select run_id from app.run_pupils p
       where p.school_id = l.school_id and p.pupil_id = l.pupil_id order by 1 limit 1) r
     where l.school_id = $1`,
  );
  await run(
    `insert into app.advice (school_id, advice_id, pupil_id, author, capacity, dated_on)
     select school_id, gen_random_uuid(), pupil_id, 'Dr Osei', 'Educational psychologist', '2026-01-12'
     from app.ehc_plans where school_id = $1`,
  );
  await run(
    `insert into app.advice_lines (school_id, advice_line_id, advice_id, pupil_id, position, words)
     select school_id, gen_random_uuid(), advice_id, pupil_id, 1, 'Precision teaching for ten minutes daily'
     from app.advice where school_id = $1`,
  );
}
