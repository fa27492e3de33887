import { sql } from 'kysely';
import { schoolDate } from '#src/kernel/dates.ts';
import { GroupId, PersonId, PupilId, StaffId } from '#src/kernel/ids.ts';
import { putStaffInGroup } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Doer, Whom } from './daily-words.ts';

/** Who plays the days of work of a demo school, and about whom. */
export type Cast = {
  readonly people: Readonly<Record<Doer, PersonId>>;
  readonly pupils: Readonly<Record<Whom['of'], readonly PupilId[]>>;
};

type People = Cast['people'];

/** The people of a school; null where it has no SENCO, teacher, assistant or head who signs in. */
export async function peopleOf(tx: Tx): Promise<People | null> {
  const senco = await holderOf(tx, 'senco');
  const teacher = await holderOf(tx, 'teacher');
  const ta = await holderOf(tx, 'ta');
  const head = await holderOf(tx, 'head');
  if (senco === undefined || teacher === undefined || ta === undefined || head === undefined) return null;
  return { senco, teacher, ta, head };
}

/** Puts an assistant who has no class beside the teacher, in the first of the teacher's classes, since it began. */
export async function seatAssistant(tx: Tx, { teacher, ta }: People): Promise<void> {
  const { actor, today } = tx.scope;
  const { rows } = await sql<{ groupId: string; staffId: string; fromOn: string }>`
    select g.group_id, a.staff_id, g.from_on from groups g
    join group_staff t on t.school_id = g.school_id and t.group_id = g.group_id
    join staff s on s.school_id = t.school_id and s.staff_id = t.staff_id and s.person_id = ${teacher}
    join staff a on a.school_id = g.school_id and a.person_id = ${ta}
    where g.school_id = ${actor.schoolId} and g.from_on <= ${today}::date
      and coalesce(g.until_on >= ${today}::date, true) and not exists (
        select from reach r where r.school_id = g.school_id and r.person_id = ${ta} and r.withdrawn_at is null
          and r.from_on <= ${today}::date and coalesce(r.until_on >= ${today}::date, true))
    order by g.kind, g.name limit 1`.execute(tx);
  const [seat] = rows;
  if (seat === undefined) return;
  await putStaffInGroup(tx, {
    groupId: GroupId.parse(seat.groupId),
    staffId: StaffId.parse(seat.staffId),
    fromOn: schoolDate(seat.fromOn),
    source: 'Demo',
  });
}

/** About whom they speak: the teacher's own pupils, and of the assistant's those who are left. */
export async function castOf(tx: Tx, people: People): Promise<Cast> {
  const { teacher, ta } = people;
  const withoutSen = sql`l.status = 'none' and l.need_types = '{}'`;
  const own = await within(tx, teacher, sql`${withoutSen} and not l.is_eal`);
  const shared = await within(tx, ta, sql`${withoutSen} and not l.is_eal`);
  const eal = await within(tx, teacher, sql`${withoutSen} and l.is_eal`);
  const ofBoth = (one: PupilId) => shared.includes(one);
  return {
    people,
    pupils: {
      plain: own,
      eal: eal.toSorted((one, other) => Number(ofBoth(other)) - Number(ofBoth(one))),
      register: await within(tx, teacher, sql`l.status in ('sen_support', 'ehc_plan')`),
      ta: shared.filter((pupilId) => !own.slice(0, plainRoles).includes(pupilId)),
    },
  };
}

/** How many pupils without SEN the concerns of `daily-words` speak of. */
const plainRoles = 6;

/** Whoever holds the role: somebody with pupils today before one without, and one with no other post before others. */
async function holderOf(tx: Tx, role: Doer): Promise<PersonId | undefined> {
  const { actor, today } = tx.scope;
  const { rows } = await sql<{ personId: string }>`
    select m.person_id from memberships m
    where m.school_id = ${actor.schoolId} and m.role = ${role} and m.withdrawn_at is null
      and m.from_on <= ${today}::date and coalesce(m.until_on >= ${today}::date, true)
    order by not exists (
        select from reach r where r.school_id = m.school_id and r.person_id = m.person_id and r.withdrawn_at is null
          and r.from_on <= ${today}::date and coalesce(r.until_on >= ${today}::date, true)),
      (select count(*) from memberships o where o.school_id = m.school_id and o.person_id = m.person_id),
      m.from_on, m.person_id limit 1`.execute(tx);
  const [first] = rows;
  return first === undefined ? undefined : PersonId.parse(first.personId);
}

/** Pupils on roll within a person's reach, by name. */
async function within(
  tx: Tx,
  personId: PersonId,
  which: ReturnType<typeof sql>,
): Promise<readonly PupilId[]> {
  const { actor, today } = tx.scope;
  const { rows } = await sql<{ pupilId: string }>`
    select l.pupil_id from register_lines l
    where l.school_id = ${actor.schoolId} and l.is_on_roll and ${which} and exists (
      select from reach r where r.school_id = l.school_id and r.pupil_id = l.pupil_id and r.person_id = ${personId}
        and r.withdrawn_at is null and r.from_on <= ${today}::date and coalesce(r.until_on >= ${today}::date, true))
    order by l.surname, l.forename limit 40`.execute(tx);
  return rows.map((row) => PupilId.parse(row.pupilId));
}
