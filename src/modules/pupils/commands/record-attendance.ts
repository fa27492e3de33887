import { type Changes, changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { add, amend } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Told, toldChange } from '../domain/facts.ts';
import { pupilsEvents } from '../domain/pupils.events.ts';

const record = recorder(pupilsEvents);

/** Sessions are half days. Attended never exceeds possible. */
export type RecordedAttendance = {
  readonly pupilId: PupilId;
  readonly told: Told;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate;
  readonly possible: number;
  readonly attended: number;
  readonly authorised?: number | undefined;
  readonly unauthorised?: number | undefined;
};

/** Takes in a pupil's attendance from a day on: one line a period, a later count of the same period replaces it. */
export async function recordAttendance(tx: Tx, given: RecordedAttendance): Promise<Changes> {
  const { pupilId, told, fromOn, untilOn } = given;
  const held = await tx
    .selectFrom('attendance')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('pupilId', '=', pupilId)
    .where('fromOn', '=', fromOn)
    .executeTakeFirst();
  const after = {
    untilOn,
    sessionsPossible: given.possible,
    sessionsAttended: given.attended,
    ...(given.authorised === undefined ? {} : { sessionsAuthorised: given.authorised }),
    ...(given.unauthorised === undefined ? {} : { sessionsUnauthorised: given.unauthorised }),
  };
  const changes = changesBetween<Record<string, unknown>>(held ?? {}, after);
  if (nothingChanged(changes)) return changes;
  if (held === undefined) {
    await add(tx, 'attendance', [{ attendanceId: newId(), pupilId, fromOn, ...told, ...after }]);
  } else {
    await amend(tx, 'attendance', held.attendanceId, { ...told, ...after, version: held.version + 1 });
  }
  await record(tx, {
    type: 'AttendanceRecorded',
    audience: 'staff',
    pupilId,
    changes: { ...changes, ...toldChange(told) },
  });
  return changes;
}
