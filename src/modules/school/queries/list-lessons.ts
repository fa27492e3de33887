import { schoolDate } from '#src/kernel/dates.ts';
import { GroupId, StaffId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { KeptLesson } from '../domain/school-records.ts';

const minutesOf = (time: string | null) => time?.slice(0, 5) ?? null;

/** The timetable of one group, past and present: by week, day and period. */
export async function listLessons(tx: Tx, groupId: GroupId): Promise<KeptLesson[]> {
  const rows = await tx
    .selectFrom('lessons')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('groupId', '=', groupId)
    .orderBy('week')
    .orderBy('weekday')
    .orderBy('startsAt')
    .orderBy('period')
    .orderBy('fromOn')
    .execute();
  return rows.map((row) => ({
    lessonId: row.lessonId,
    groupId: GroupId.parse(row.groupId),
    staffId: row.staffId === null ? null : StaffId.parse(row.staffId),
    weekday: row.weekday,
    week: row.week,
    period: row.period,
    startsAt: minutesOf(row.startsAt),
    endsAt: minutesOf(row.endsAt),
    room: row.room,
    fromOn: schoolDate(row.fromOn),
    untilOn: row.untilOn === null ? null : schoolDate(row.untilOn),
    source: row.source,
    version: row.version,
  }));
}
