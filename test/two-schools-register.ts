import type { PersonId, SchoolId } from '#src/kernel/ids.ts';
import { asOwner } from './worker-database.ts';

/** Saved views, changes of many pupils and summaries, so that there is something behind each of their walls. */
export async function fillRegisterDepth(
  schoolId: SchoolId,
  people: readonly { readonly personId: PersonId }[],
): Promise<void> {
  await asOwner(
    `insert into app.saved_views (school_id, saved_view_id, owner_person_id, name, query, is_shared)
     select m.school_id, gen_random_uuid(), m.person_id, v.name, 'status=ehc_plan', v.is_shared
     from app.members m cross join (values ('Mine', false), ('Ours', true)) as v (name, is_shared)
     where m.school_id = $1`,
    [schoolId],
  );
  await asOwner(
    `insert into app.bulk_changes (school_id, bulk_change_id, by_person_id, kind, pupil_ids, given)
     select m.school_id, gen_random_uuid(), m.person_id, 'task', array[p.pupil_id],
       jsonb_build_object('kind', 'task', 'title', 'Ring the family', 'ownerPersonId', m.person_id, 'ownerName', 'Mx Person')
     from app.members m cross join (select pupil_id from app.pupils where school_id = $1 order by 1 limit 4) as p
     where m.school_id = $1`,
    [schoolId],
  );
  await asOwner(
    `insert into app.pupil_summaries (school_id, pupil_summary_id, pupil_id, matters, written_on, by_person_id, version)
     select school_id, gen_random_uuid(), pupil_id, 'My friends', '2026-10-01', $2, 1
     from app.pupils p where school_id = $1
       and not exists (select from app.pupil_summaries s where s.pupil_id = p.pupil_id) order by pupil_id limit 5`,
    [schoolId, people[0]?.personId ?? null],
  );
}
