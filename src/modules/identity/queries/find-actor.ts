import { sql, type Transaction } from 'kysely';
import { audiences, type Member } from '#src/kernel/access.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { type PersonId, PupilId, type SchoolId } from '#src/kernel/ids.ts';
import type { DB } from '#src/platform/db/schema.ts';
import type { FindActor } from '#src/platform/db/scope.ts';
import { tieOf } from '../domain/role.ts';
import { isOfTrust, isRoleName, needsReach, permissionsOf, seesWholeSchool } from '../domain/roles.ts';
import { type Tied, wallsFor } from '../domain/walls-of-roles.ts';

type Held = {
  knownAs: string;
  schoolName: string;
  roles: string[];
  places: number;
  idleMinutes: number;
  schoolAsks: boolean;
  trustAsks: boolean;
};

/**
 * What somebody may do in a school today: their memberships there, and of the trust above it. `null` without any.
 * Reach by single pupils is looked up here once, so that policies need no second table.
 */
export const findActor: FindActor<Member> = async (tx, who, today) => {
  const { schoolId, personId } = who;
  const held = await findHeld(tx, { personId, schoolId }, today);
  const roles = held?.roles.filter(isRoleName) ?? [];
  if (held === undefined || roles.length === 0) return null;
  const ties = needsReach(roles) ? await listTies(tx, who.schoolId, personId, today) : [];
  return {
    personId,
    schoolId,
    roles,
    permissions: permissionsOf(roles),
    ...wallsFor(roles, { permission: who.permission, pupilId: who.pupilId, ties }),
    knownAs: held.knownAs,
    schoolName: held.schoolName,
    hasOtherSchools: held.places > 1,
    idleMinutes: held.idleMinutes,
    needsSecondStep:
      (held.schoolAsks && (seesWholeSchool(roles) || isOfTrust(roles))) ||
      (held.trustAsks && isOfTrust(roles)),
  };
};

async function findHeld(
  tx: Transaction<DB>,
  who: { personId: PersonId; schoolId: SchoolId },
  today: SchoolDate,
): Promise<Held | undefined> {
  const { rows } = await sql<Held>`
    select s.name as school_name, s.idle_minutes, s.requires_second_step as school_asks,
      case when count(t.trust_id) > 0 then
        (select r.requires_second_step from trusts r where r.trust_id = s.trust_id) else false end as trust_asks,
      coalesce(m.known_as, t.known_as) as known_as,
      array_remove(array_agg(distinct h.role) || array_agg(distinct t.role), null) as roles,
      (select count(distinct o.school_id)::int from memberships o
        where o.person_id = ${who.personId} and o.withdrawn_at is null and o.from_on <= ${today}::date
          and (o.until_on is null or o.until_on >= ${today}::date))
        + count(distinct t.trust_id)::int * 2 as places
    from schools s
    left join members m on m.school_id = s.school_id and m.person_id = ${who.personId}
    left join memberships h on h.school_id = s.school_id and h.person_id = ${who.personId}
      and h.withdrawn_at is null and h.from_on <= ${today}::date and (h.until_on is null or h.until_on >= ${today}::date)
    left join trust_memberships t on t.trust_id = s.trust_id and t.person_id = ${who.personId}
      and t.from_on <= ${today}::date and (t.until_on is null or t.until_on >= ${today}::date)
    where s.school_id = ${who.schoolId}
    group by s.school_id, m.known_as, t.known_as`.execute(tx);
  return rows[0];
}

async function listTies(
  tx: Transaction<DB>,
  schoolId: SchoolId,
  personId: PersonId,
  today: SchoolDate,
): Promise<Tied[]> {
  const rows = await tx
    .selectFrom('reach')
    .select(['pupilId', 'why', 'sees'])
    .distinct()
    .where('schoolId', '=', schoolId)
    .where('personId', '=', personId)
    .where('withdrawnAt', 'is', null)
    .where('fromOn', '<=', today)
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', today)]))
    .execute();
  return rows.map(({ pupilId, why, sees }) => ({
    pupilId: PupilId.parse(pupilId),
    why: tieOf(why),
    sees: sees === null ? null : audiences.filter((audience) => sees.includes(audience)),
  }));
}
