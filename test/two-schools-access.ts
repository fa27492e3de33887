import type { PersonId, PupilId } from '#src/kernel/ids.ts';
import { asOwner } from './worker-database.ts';

/** Invitations of both kinds, and a guest of two pupils: one place open, one that has ended. */
export async function fillAccess(
  schoolId: string,
  pupilIds: readonly PupilId[],
  people: readonly { readonly personId: PersonId }[],
): Promise<void> {
  const [first, second = first] = people;
  if (first === undefined) throw new Error('people');
  await asOwner(
    `insert into app.invitations (school_id, invitation_id, email, known_as, role, from_on, until_on, secret_hash,
       invited_by, sent_at, expires_at, pupil_ids, sees, capacity, reason)
     select $1, gen_random_uuid(), i.role || '@outside.example', 'Ms Reed', i.role, '2026-11-24', '2026-12-24',
       repeat('a', 64), $2, '2026-11-24', '2026-12-01', i.pupils, i.sees, i.capacity, i.reason
     from (values ('teacher', '{}'::uuid[], '{}'::text[], null, null),
       ('guest', $3::uuid[], array['identity', 'family'], 'social_worker', 'Review of the care plan'))
       as i (role, pupils, sees, capacity, reason)`,
    [schoolId, first.personId, pupilIds.slice(0, 2)],
  );
  await asOwner(
    `insert into app.members (school_id, person_id, known_as) select $1, $2, 'Ms Reed' on conflict do nothing`,
    [schoolId, second?.personId],
  );
  await asOwner(
    `insert into app.reach (school_id, reach_id, person_id, pupil_id, why, origin_id, from_on, until_on,
       sees, capacity, reason, invited_by)
     select $1, gen_random_uuid(), $2, p.id, 'invited', gen_random_uuid(), '2026-09-01', p.until_on,
       array['identity', 'family', 'staff'], 'professional', 'Advice on speech', $3
     from (values ($4::uuid, '2027-01-31'::date), ($5::uuid, '2026-10-31'::date)) as p (id, until_on)`,
    [schoolId, second?.personId, first.personId, pupilIds[0], pupilIds[1]],
  );
}
