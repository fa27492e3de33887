import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import { asOwner, testToday } from '#test/worker-database.ts';
import { getSenRecord } from '../queries/find-sen-record.ts';
import { changeStatus } from './change-status.ts';
import { recordParentsTold } from './record-parents-told.ts';
import { undoStatusChange } from './undo-status-change.ts';
import { withdrawStatus } from './withdraw-status.ts';

const today = schoolDate(testToday);
const day = schoolDate;

const events = (pupilId: PupilId) =>
  asOwner<{ type: string; why: string | null; changes: Record<string, unknown> }>(
    "select type, why, changes from app.events where pupil_id = $1 and type <> 'PupilEnrolled' order by event_id",
    [pupilId],
  );

async function supported() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  const first = await givenRegister.status(school, pupilId, 'sen_support');
  const now = () => given.inSchool(school, (tx) => getSenRecord(tx, pupilId));
  const spells = async () => (await now()).statuses.map((one) => [one.status, one.fromOn, one.untilOn]);
  return { school, pupilId, first, now, spells };
}

describe('changeStatus', () => {
  it('ends what was in force the day before and records one event with the reason', async () => {
    const { school, pupilId, spells } = await supported();
    await givenRegister.status(school, pupilId, 'ehc_plan', { fromOn: today, reason: 'Final plan issued' });
    expect(await spells()).toEqual([
      ['ehc_plan', '2026-11-24', null],
      ['sen_support', '2026-09-01', '2026-11-23'],
    ]);
    const all = await events(pupilId);
    expect(all).toHaveLength(2);
    expect(all.find(({ why }) => why === 'Final plan issued')).toMatchObject({
      type: 'StatusChanged',
      why: 'Final plan issued',
      changes: { status: { before: 'sen_support', after: 'ehc_plan' }, source: { after: 'Sendero' } },
    });
  });

  it('withdraws what began the same day, with the reason', async () => {
    const { school, pupilId, first, now, spells } = await supported();
    await givenRegister.status(school, pupilId, 'monitoring', { reason: 'Wrong child' });
    expect(await spells()).toEqual([['monitoring', '2026-09-01', null]]);
    expect((await now()).withdrawn).toMatchObject([
      { statusId: first, withdrawnWhy: 'Put right: Wrong child' },
    ]);
  });

  it('lets the status before run on when a same-day change is put right', async () => {
    const { school, pupilId, first, spells } = await supported();
    await givenRegister.status(school, pupilId, 'monitoring', { fromOn: today });
    const again = await givenRegister.status(school, pupilId, 'sen_support', { fromOn: today });
    expect(again).toBe(first);
    expect(await spells()).toEqual([['sen_support', '2026-09-01', null]]);
  });

  it('refuses, and writes nothing', async () => {
    const { school, pupilId, spells } = await supported();
    const done = await given.inSchool(school, (tx) =>
      changeStatus(tx, {
        pupilId,
        status: 'monitoring',
        fromOn: day('2026-08-31'),
        reason: 'Enough progress',
        told: givenPupils.byHand,
      }),
    );
    expect(done).toEqual({ ok: false, refusal: 'before_current' });
    expect(await spells()).toHaveLength(1);
    expect(await events(pupilId)).toHaveLength(1);
  });

  it('of a pupil of another school is not found', async () => {
    const { pupilId } = await supported();
    const other = await given.school();
    await expect(givenRegister.status(other, pupilId, 'ehc_plan')).rejects.toMatchObject({
      name: 'NotFound',
    });
  });
});

describe('undoStatusChange', () => {
  it('takes a change of today back, and what it ended stands as it stood', async () => {
    const { school, pupilId, spells } = await supported();
    const changed = await givenRegister.status(school, pupilId, 'ehc_plan', { fromOn: today });
    const done = await given.inSchool(school, (tx) => undoStatusChange(tx, changed));
    expect(done).toEqual({ ok: true, value: pupilId });
    expect(await spells()).toEqual([['sen_support', '2026-09-01', null]]);
    expect((await events(pupilId)).map(({ type }) => type)).toContain('StatusChangeUndone');
  });

  it('takes a correction back', async () => {
    const { school, pupilId, first, now } = await supported();
    const corrected = await givenRegister.status(school, pupilId, 'monitoring');
    await given.inSchool(school, (tx) => undoStatusChange(tx, corrected));
    expect((await now()).statuses.map((one) => one.statusId)).toEqual([first]);
  });

  it('leaves ended what had ended before the change', async () => {
    const { school, pupilId, first, spells } = await supported();
    await asOwner("update app.sen_statuses set until_on = '2026-11-23' where status_id = $1", [first]);
    const again = await givenRegister.status(school, pupilId, 'ehc_plan', { fromOn: today });
    await given.inSchool(school, (tx) => undoStatusChange(tx, again));
    expect(await spells()).toEqual([['sen_support', '2026-09-01', '2026-11-23']]);
  });

  it('refuses what was entered on another day, and what is no longer the latest', async () => {
    const { school, pupilId, first } = await supported();
    await givenRegister.status(school, pupilId, 'ehc_plan', { fromOn: today });
    const notLatest = await given.inSchool(school, (tx) => undoStatusChange(tx, first));
    expect(notLatest).toEqual({ ok: false, refusal: 'not_latest' });
    const other = await supported();
    await asOwner("update app.sen_statuses set recorded_at = '2026-11-23T12:00Z' where status_id = $1", [
      other.first,
    ]);
    const notToday = await given.inSchool(other.school, (tx) => undoStatusChange(tx, other.first));
    expect(notToday).toEqual({ ok: false, refusal: 'not_today' });
  });
});

describe('withdrawStatus', () => {
  it('keeps the wrong entry with its reason, and lets what stood before run on', async () => {
    const { school, pupilId, spells, now } = await supported();
    const wrong = await givenRegister.status(school, pupilId, 'ehc_plan', { fromOn: today });
    await given.inSchool(school, (tx) =>
      withdrawStatus(tx, { pupilId, statusId: wrong, why: 'No plan yet' }),
    );
    expect(await spells()).toEqual([['sen_support', '2026-09-01', null]]);
    expect((await now()).withdrawn).toMatchObject([{ statusId: wrong, withdrawnWhy: 'No plan yet' }]);
    expect(await events(pupilId)).toContainEqual(
      expect.objectContaining({ type: 'StatusWithdrawn', why: 'No plan yet' }),
    );
  });
});

describe('recordParentsTold', () => {
  it('notes the day on the status in force, once', async () => {
    const { school, pupilId, now } = await supported();
    const tell = () =>
      given.inSchool(school, (tx) => recordParentsTold(tx, { pupilId, toldOn: day('2026-09-03') }));
    expect(await tell()).toEqual({ ok: true, value: true });
    expect(await tell()).toEqual({ ok: true, value: false });
    expect((await now()).statuses[0]?.parentsToldOn).toBe('2026-09-03');
    expect((await events(pupilId)).filter(({ type }) => type === 'ParentsTold')).toHaveLength(1);
  });

  it.each([
    ['in_future', '2026-11-25'],
    ['before_birth', '2018-05-02'],
  ] as const)('refuses a day: %s', async (refusal, toldOn) => {
    const { school, pupilId } = await supported();
    const done = await given.inSchool(school, (tx) =>
      recordParentsTold(tx, { pupilId, toldOn: day(toldOn) }),
    );
    expect(done).toEqual({ ok: false, refusal });
  });

  it('refuses where there is nothing to tell of', async () => {
    const school = await given.school();
    const pupilId = await givenPupils.pupil(school);
    const done = await given.inSchool(school, (tx) => recordParentsTold(tx, { pupilId, toldOn: today }));
    expect(done).toEqual({ ok: false, refusal: 'no_status' });
  });
});
