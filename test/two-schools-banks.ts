import type { SchoolId } from '#src/kernel/ids.ts';
import { asOwner } from './worker-database.ts';

/** What goes with writing plans: findings set aside, drafts of everybody, the school's bank, plans begun at once. */
export async function fillBanks(schoolId: SchoolId): Promise<void> {
  await asOwner(
    `insert into app.set_aside_findings (school_id, about_id, rule_id, plan_id, pupil_id, why, looked_at, set_aside_at, audience)
     select school_id, plan_id, 'quality-1', plan_id, pupil_id, 'Told in the story', '0', now(), audience
     from app.plans where school_id = $1`,
    [schoolId],
  );
  await asOwner(
    `insert into app.plan_drafts (school_id, pupil_id, part, person_id, words, base_version, saved_at)
     select m.school_id, p.pupil_id, 'help', m.person_id, '{"words": "Fewer"}', 0, now()
     from app.members m cross join (select pupil_id from app.pupils where school_id = $1 order by 1 limit 2) as p
     where m.school_id = $1`,
    [schoolId],
  );
  await asOwner(
    `insert into app.bank_entries (school_id, bank_entry_id, area, needs, ages, words, success, strategies)
     values ($1, gen_random_uuid(), 'cognition', '{SPLD}', '{ks2}', 'Reads [number] words', 'All on three days', '[]')`,
    [schoolId],
  );
  await asOwner(`insert into app.bank_uses (school_id, entry_key, uses) values ($1, 'spld-1', 3)`, [
    schoolId,
  ]);
  await asOwner(
    `insert into app.plan_starts (school_id, plan_start_id, by_person_id, pupil_ids, outcome, started_on)
     select m.school_id, gen_random_uuid(), m.person_id, array[p.pupil_id], '[]', now()
     from app.members m cross join (select pupil_id from app.pupils where school_id = $1 order by 1 limit 3) as p
     where m.school_id = $1`,
    [schoolId],
  );
}
