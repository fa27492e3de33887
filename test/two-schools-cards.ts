import type { SchoolId } from '#src/kernel/ids.ts';
import { asOwner } from './worker-database.ts';

/** Lesson cards with their lines and readers, and links for supply teachers. */
export async function fillCards(schoolId: SchoolId): Promise<void> {
  await asOwner(
    `insert into app.cards (school_id, pupil_id, version, written_at)
     select $1, pupil_id, 2, now() from app.pupils p where school_id = $1
       and not exists (select from app.cards c where c.school_id = p.school_id and c.pupil_id = p.pupil_id)
     order by pupil_id limit 4`,
    [schoolId],
  );
  const cards = 'from app.cards where school_id = $1 and version = 2';
  await asOwner(
    `insert into app.card_lines (school_id, pupil_id, kind, position, from_version, until_version, words, origin)
     select school_id, pupil_id, 'must', 1, 1, 2, 'Say it in fewer words', 'help' ${cards}
     union all select school_id, pupil_id, 'must', 1, 2, null, 'One instruction at a time', 'own' ${cards}`,
    [schoolId],
  );
  await asOwner(
    `insert into app.card_seen (school_id, pupil_id, person_id, card_version, seen_at)
     select c.school_id, c.pupil_id, m.person_id, 1, now() from app.cards c
     join app.members m on m.school_id = c.school_id where c.school_id = $1`,
    [schoolId],
  );
  await asOwner(
    `insert into app.card_links (school_id, card_link_id, group_id, on_day, secret_hash, lent_at)
     select school_id, gen_random_uuid(), group_id, '2026-11-24', repeat('a', 64), now() from app.groups
     where school_id = $1 limit 2`,
    [schoolId],
  );
  await asOwner(
    `insert into app.plan_intakes (school_id, plan_intake_id, file_name, state, tables, mapping, chosen, brought_at)
     values ($1, gen_random_uuid(), 'plans.csv', 'reviewing', $2, '["name", "target"]', '{}', now())`,
    [
      schoolId,
      JSON.stringify([
        {
          name: 'Table',
          headings: ['Name', 'Target'],
          rows: [{ number: 2, cells: ['Ann Nobody', 'Reads'] }],
        },
      ]),
    ],
  );
  await asOwner(
    `insert into app.plan_intake_plans (school_id, plan_intake_id, pupil_id, plan_id, is_begun, target_ids, sections)
     select i.school_id, i.plan_intake_id, p.pupil_id, p.plan_id, true, '{}', '{}' from app.plan_intakes i
     join app.plans p on p.school_id = i.school_id and p.state = 'draft' where i.school_id = $1`,
    [schoolId],
  );
}
