import type { SchoolId } from '#src/kernel/ids.ts';
import { asOwner } from './worker-database.ts';

const nothing = {
  shape: 1,
  cycle: 1,
  reviewOn: null,
  sharedOn: null,
  sharedWith: null,
  sections: [],
  targets: [],
};

/** What families were shown, said and signed, of every plan. */
export async function fillVoice(schoolId: SchoolId): Promise<void> {
  await asOwner(
    `insert into app.plan_shared_copies (school_id, shared_copy_id, plan_id, number, pupil_id, pupil_name, content, sha256, made_at)
     select school_id, gen_random_uuid(), plan_id, 1, pupil_id, 'Amara Okafor', $2, repeat('a', 64), now()
     from app.plans where school_id = $1`,
    [schoolId, JSON.stringify(nothing)],
  );
  await asOwner(
    `insert into app.voice_links (school_id, voice_link_id, plan_id, pupil_id, kind, for_name, relationship, delivery,
       secret_hash, made_at, until_at)
     select school_id, gen_random_uuid(), plan_id, pupil_id, 'young_person', 'Amara Okafor', 'young person', 'by_hand',
       repeat('b', 64), now(), '2026-12-24' from app.plans where school_id = $1`,
    [schoolId],
  );
  await asOwner(
    `insert into app.voice_answers (school_id, voice_answer_id, plan_id, pupil_id, voice_link_id, kind, said_by_id, by_name,
       about, words, how_asked, given_at)
     select school_id, gen_random_uuid(), plan_id, pupil_id, voice_link_id, kind, pupil_id, for_name, 'views',
       'I like it when somebody reads with me', 'by link', now() from app.voice_links where school_id = $1`,
    [schoolId],
  );
  await asOwner(
    `insert into app.voice_decisions (school_id, voice_answer_id, pupil_id, decision, decided_at)
     select distinct on (pupil_id) school_id, voice_answer_id, pupil_id, 'read', now()
     from app.voice_answers where school_id = $1`,
    [schoolId],
  );
  await asOwner(
    `insert into app.plan_signatures (school_id, plan_signature_id, plan_id, pupil_id, shared_copy_id, voice_link_id, kind,
       signed_by_id, for_name, relationship, signed_as, way, signed_on, recorded_at)
     select c.school_id, gen_random_uuid(), c.plan_id, c.pupil_id, c.shared_copy_id, l.voice_link_id, l.kind, c.pupil_id,
       l.for_name, l.relationship, l.for_name, 'link', now(), now()
     from app.plan_shared_copies c join app.voice_links l using (school_id, plan_id) where c.school_id = $1`,
    [schoolId],
  );
  await asOwner(
    `insert into app.letter_templates (school_id, letter_kind, title, words)
     values ($1, 'own_trip', 'Notes of our meeting', 'Dear {parent}, thank you for coming.')`,
    [schoolId],
  );
  await asOwner(
    `insert into app.letters (school_id, letter_id, pupil_id, carer_id, letter_kind, to_name, relationship, title, words, way,
       made_on, recorded_at)
     select $1, gen_random_uuid(), p.pupil_id, gen_random_uuid(), 'meeting_notes', 'Mrs Okafor', 'mother',
       'Notes of our meeting', 'Dear Mrs Okafor', 'paper', now(), now()
     from (select pupil_id from app.pupils where school_id = $1 order by 1 limit 4) as p`,
    [schoolId],
  );
}
