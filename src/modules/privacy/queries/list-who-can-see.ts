import { sql } from 'kysely';
import { z } from 'zod';
import { audiences } from '#src/kernel/access.ts';
import { SchoolDate } from '#src/kernel/dates.ts';
import { PersonId, type PupilId } from '#src/kernel/ids.ts';
import { capacityWords, isRoleName, roles } from '#src/modules/identity/index.ts';
import { seeingAll, type Tx } from '#src/platform/db/scope.ts';
import { type CanSee, type Reaching as ReachingTie, whoCanSee } from '../domain/who-can-see.ts';

const Held = z.object({ personId: PersonId, knownAs: z.string(), role: z.string(), fromOn: SchoolDate });
const Reaching = z.object({
  personId: PersonId,
  why: z.string(),
  group: z.string().nullable(),
  fromOn: SchoolDate,
  untilOn: SchoolDate.nullable(),
  capacity: z.string().nullable(),
  reason: z.string().nullable(),
  by: z.string().nullable(),
  sees: z.array(z.enum(audiences)).nullable(),
});
type ReachingRow = z.output<typeof Reaching>;

export type WhoCanSee = { readonly ofSchool: readonly CanSee[]; readonly ofTrust: readonly CanSee[] };

const roleOf = (name: string) => (isRoleName(name) ? roles[name] : null);

/** Everybody who can see a pupil today, of the school and of the trust above it, by name, with the reason. */
export async function listWhoCanSee(tx: Tx, pupilId: PupilId): Promise<WhoCanSee> {
  const { held, reaching } = await selectSchool(tx, pupilId);
  return {
    ofSchool: whoCanSee(held, reaching, roleOf),
    ofTrust: whoCanSee(await listTrustRoles(tx), [], roleOf),
  };
}

async function selectSchool(tx: Tx, pupilId: PupilId) {
  const { actor, today } = tx.scope;
  const inForce = sql`t.school_id = ${actor.schoolId} and t.withdrawn_at is null and t.from_on <= ${today}::date
    and coalesce(t.until_on >= ${today}::date, true)`;
  const { rows } = await sql<{ held: unknown; reaching: unknown }>`
    select
      (select coalesce(json_agg(json_build_object('personId', t.person_id, 'knownAs', m.known_as, 'role', t.role,
          'fromOn', t.from_on) order by m.known_as, t.from_on), '[]')
        from memberships t join members m on m.school_id = t.school_id and m.person_id = t.person_id
        where ${inForce}) as held,
      (select coalesce(json_agg(json_build_object('personId', t.person_id, 'why', t.why, 'group', coalesce(g.name, r.name),
          'fromOn', t.from_on, 'untilOn', t.until_on, 'capacity', t.capacity, 'reason', t.reason, 'sees', t.sees,
          'by', b.known_as) order by t.from_on, g.name, r.name), '[]')
        from reach t
        left join groups g on g.school_id = t.school_id and g.group_id = t.origin_id and t.why = 'teaches the class'
        left join runs r on r.school_id = t.school_id and r.run_id = t.origin_id and t.why = 'runs the group'
        left join members b on b.school_id = t.school_id and b.person_id = t.invited_by
        where ${inForce} and t.pupil_id = ${pupilId}) as reaching`.execute(tx);
  return {
    held: z.array(Held).parse(rows[0]?.held),
    reaching: z.array(Reaching).parse(rows[0]?.reaching).map(reachingOf),
  };
}

const reachingOf = ({ capacity, reason, by, sees, ...row }: ReachingRow): ReachingTie => ({
  ...row,
  invited:
    capacity === null || reason === null || sees === null
      ? null
      : { capacity: capacityWords(capacity).toLowerCase(), reason, by, sees },
});

/**
 * Who holds a role in the trust above this school. The trust's own list is behind a wall of its own; who can see a
 * child here is for the school to know, so this one list of names is read as the program.
 */
async function listTrustRoles(tx: Tx): Promise<z.output<typeof Held>[]> {
  const { actor, today } = tx.scope;
  const { rows } = await seeingAll(tx, () =>
    sql`
      select t.person_id, t.known_as, t.role, t.from_on
      from schools s join trust_memberships t on t.trust_id = s.trust_id
      where s.school_id = ${actor.schoolId} and t.from_on <= ${today}::date
        and coalesce(t.until_on >= ${today}::date, true)
      order by t.known_as, t.from_on`.execute(tx),
  );
  return z.array(Held).parse(rows);
}
