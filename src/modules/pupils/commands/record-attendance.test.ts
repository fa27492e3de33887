import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { asOwner } from '#test/worker-database.ts';
import { listAttendance, listSuspensions } from '../queries/list-attendance.ts';
import { recordAttendance } from './record-attendance.ts';
import { recordSuspension } from './record-suspension.ts';

const told = { source: 'SIMS', sourceOn: schoolDate('2026-11-20') };
const fromOn = givenPupils.termStart;

const eventTypes = async (pupilId: string) => {
  const rows = await asOwner<{ type: string }>(
    "select type from app.events where pupil_id = $1 and type <> 'PupilEnrolled'",
    [pupilId],
  );
  return rows.map((row) => row.type);
};

describe('attendance', () => {
  it('is one line a period: a later count takes its place, the same count changes nothing', async () => {
    const school = await given.school();
    const pupilId = await givenPupils.pupil(school);
    const record = (attended: number) =>
      given.inSchool(school, (tx) =>
        recordAttendance(tx, {
          pupilId,
          told,
          fromOn,
          untilOn: schoolDate('2026-11-20'),
          possible: 100,
          attended,
          authorised: 2,
        }),
      );
    await record(90);
    expect(await record(90)).toEqual({});
    expect(await record(91)).toEqual({ sessionsAttended: { before: 90, after: 91 } });
    const lines = await given.inSchool(school, (tx) => listAttendance(tx, pupilId));
    expect(lines).toMatchObject([
      { possible: 100, attended: 91, authorised: 2, unauthorised: null, ...told },
    ]);
    expect(await eventTypes(pupilId)).toEqual(['AttendanceRecorded', 'AttendanceRecorded']);
  });
});

describe('a suspension', () => {
  it('is one of a category a day, and amended when told again otherwise', async () => {
    const school = await given.school();
    const pupilId = await givenPupils.pupil(school);
    const record = (sessions?: number) =>
      given.inSchool(school, (tx) =>
        recordSuspension(tx, { pupilId, told, fromOn, category: 'SUSP', reason: 'PP', sessions }),
      );
    await record();
    expect(await record()).toEqual({});
    await record(4);
    const suspensions = await given.inSchool(school, (tx) => listSuspensions(tx, pupilId));
    expect(suspensions).toEqual([{ fromOn, category: 'SUSP', reason: 'PP', sessions: 4, ...told }]);
    expect(await eventTypes(pupilId)).toHaveLength(2);
  });
});
