import { sql } from 'kysely';
import { schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { GroupWorld, HeldGroup } from '../domain/lay-groups.ts';
import type { HeldStaff } from '../domain/lay-staff.ts';
import type { Known } from '../domain/match.ts';

/** The school's staff, those who left too: a file may name them. */
export async function listHeldStaff(tx: Tx): Promise<HeldStaff[]> {
  const rows = await tx
    .selectFrom('staff')
    .select([
      'staffId',
      'code',
      'title',
      'forename',
      'surname',
      'post',
      'email',
      'startedOn',
      'leftOn',
      'source',
    ])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .execute();
  return rows.map((row) => ({
    ...row,
    startedOn: row.startedOn === null ? null : schoolDate(row.startedOn),
    leftOn: row.leftOn === null ? null : schoolDate(row.leftOn),
  }));
}

type GroupRow = {
  groupId: string;
  kind: string;
  name: string;
  staffIds: string[];
  pupilIds: string[];
  lessons: {
    week: string;
    day: number;
    period: string;
    staffId: string | null;
    startsAt: string | null;
    endsAt: string | null;
    room: string | null;
  }[];
};

/** Groups of today with who is in charge, who is in them and their week; and the staff to find teachers among. */
export async function listGroupWorld(tx: Tx, known: Known): Promise<GroupWorld> {
  const { actor, today } = tx.scope;
  const { schoolId } = actor;
  const { rows } = await sql<GroupRow>`
    select g.group_id, g.kind, g.name,
      array(select s.staff_id::text from group_staff s where s.school_id = ${schoolId} and s.group_id = g.group_id
        and s.from_on <= ${today}::date and (s.until_on is null or s.until_on >= ${today}::date)) as staff_ids,
      array(select p.pupil_id::text from group_pupils p where p.school_id = ${schoolId} and p.group_id = g.group_id
        and p.from_on <= ${today}::date and (p.until_on is null or p.until_on >= ${today}::date)) as pupil_ids,
      coalesce((select jsonb_agg(jsonb_build_object('week', l.week, 'day', l.weekday, 'period', l.period,
          'staffId', l.staff_id, 'startsAt', to_char(l.starts_at, 'HH24:MI'), 'endsAt', to_char(l.ends_at, 'HH24:MI'),
          'room', l.room))
        from lessons l where l.school_id = ${schoolId} and l.group_id = g.group_id
        and l.from_on <= ${today}::date and (l.until_on is null or l.until_on >= ${today}::date)), '[]') as lessons
    from groups g
    where g.school_id = ${schoolId} and g.from_on <= ${today}::date
      and (g.until_on is null or g.until_on >= ${today}::date)`.execute(tx);
  const groups = rows.map(
    (row): HeldGroup => ({
      groupId: row.groupId,
      kind: row.kind === 'class' ? 'class' : 'teaching',
      name: row.name,
      staffIds: row.staffIds,
      pupilIds: new Set(row.pupilIds.map((id) => PupilId.parse(id))),
      lessons: row.lessons.map(({ week, day, period, ...facts }) => ({
        slot: `${week}|${day}|${period}`,
        ...facts,
      })),
    }),
  );
  return { known, groups, staff: await listHeldStaff(tx) };
}
