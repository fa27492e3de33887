import type { SchoolId } from '#src/kernel/ids.ts';
import { asOwner } from './worker-database.ts';

const some = `(select pupil_id from app.pupils where school_id = $1 order by 1 limit 4) as p`;
const each = `unnest(array['plans', 'sensitive', 'leaders']) with ordinality as a (audience, at)`;

const nothing = {
  shape: 1,
  cycle: 1,
  reviewOn: null,
  sharedOn: null,
  sharedWith: null,
  sections: [],
  targets: [],
};

/** A template of the school's own, and a pack that somebody asked for. */
async function fillFaces(schoolId: SchoolId): Promise<void> {
  await asOwner(
    `insert into app.plan_templates (school_id, template_key, state, name, layout, parts)
     values ($1, gen_random_uuid()::text, 'own', 'Our plan', 'pages', '[{"part": "targets", "heading": "Targets"}]')`,
    [schoolId],
  );
  await asOwner(
    `insert into app.plan_packs (school_id, plan_pack_id, person_id, title, template_key, pupil_ids, state, asked_at)
     select m.school_id, gen_random_uuid(), m.person_id, 'Some', 'passport', (select array_agg(pupil_id) from ${some}), 'waiting', now()
     from app.members m where m.school_id = $1 limit 1`,
    [schoolId],
  );
}

/** Plans with every kind of row below them, of every audience. */
export async function fillPlans(schoolId: SchoolId): Promise<void> {
  await asOwner(
    `insert into app.plans (school_id, plan_id, pupil_id, cycle, state, begun_on, issued_on, reviewed_on, audience)
     select $1, gen_random_uuid(), p.pupil_id, a.at, case when a.audience = 'leaders' then 'draft' else 'reviewed' end, now(),
       now(), case when a.audience <> 'leaders' then now() end, a.audience from ${each} cross join ${some}`,
    [schoolId],
  );
  const below = 'from app.plans where school_id = $1';
  await asOwner(
    `insert into app.plan_sections (school_id, plan_id, kind, pupil_id, words, audience)
     select school_id, plan_id, 'help', pupil_id, 'Fewer words', audience ${below}`,
    [schoolId],
  );
  await asOwner(
    `insert into app.plan_targets (school_id, target_id, plan_id, pupil_id, area, words, position, audience)
     select school_id, gen_random_uuid(), plan_id, pupil_id, 'semh', 'Asks for a break', 1, audience ${below}`,
    [schoolId],
  );
  const targets = 'from app.plan_targets where school_id = $1';
  await asOwner(
    `insert into app.plan_strategies (school_id, target_id, position, pupil_id, words, audience)
     select school_id, target_id, 1, pupil_id, 'A card to show', audience ${targets}`,
    [schoolId],
  );
  await asOwner(
    `insert into app.target_reviews (school_id, target_id, plan_id, pupil_id, rating, decision, reviewed_on, audience)
     select school_id, target_id, plan_id, pupil_id, 3, 'carry', now(), audience ${targets}`,
    [schoolId],
  );
  await asOwner(
    `insert into app.plan_versions (school_id, pupil_id, number, plan_id, issued_on, content, audience)
     select school_id, pupil_id, cycle, plan_id, now(), $2, case audience when 'plans' then 'family' else audience end ${below}`,
    [schoolId, JSON.stringify(nothing)],
  );
  await fillFaces(schoolId);
}
