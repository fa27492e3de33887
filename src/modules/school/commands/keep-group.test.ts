import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import * as given from '#test/given.ts';
import { findGroup, granted, group, staff, teaching, yearStart } from '#test/given-school.ts';
import { asOwner } from '#test/worker-database.ts';
import { listLessons } from '../queries/list-lessons.ts';
import { addGroup, changeGroup, endGroup } from './keep-group.ts';
import { recordLessons } from './record-lessons.ts';
import { putStaffInGroup, takeStaffOutOfGroup } from './staff-group.ts';

const day = schoolDate;
const events = async (school: given.School): Promise<string[]> => {
  const rows = await asOwner<{ type: string }>(
    'select type from app.events where school_id = $1 order by type',
    [school.schoolId],
  );
  return rows.map((row) => row.type).filter((type) => type !== 'SchoolAdded');
};

describe('groups', () => {
  it('have one name of a kind at a time', async () => {
    const school = await given.school();
    await group(school, { untilOn: day('2027-08-31') });
    const next = { kind: 'class', name: '4 Oak', source: 'SIMS' } as const;
    await given.inSchool(school, async (tx) => {
      expect(await addGroup(tx, { ...next, fromOn: day('2027-08-31') })).toMatchObject({
        refusal: 'name_taken',
      });
      expect((await addGroup(tx, { ...next, kind: 'teaching', fromOn: day('2027-01-01') })).ok).toBe(true);
      expect((await addGroup(tx, { ...next, fromOn: day('2027-09-01') })).ok).toBe(true);
    });
  });

  it('are renamed once, and equal words record nothing', async () => {
    const school = await given.school();
    const oak = await findGroup(school, await group(school));
    await group(school, { name: '4 Elm' });
    await given.inSchool(school, async (tx) => {
      expect(await changeGroup(tx, oak, { name: '4 Elm' })).toMatchObject({ refusal: 'name_taken' });
      expect(granted(await changeGroup(tx, oak, { name: '4 Oak', yearGroup: '4' }))).toEqual({});
      expect(granted(await changeGroup(tx, oak, { name: '4 Ash' }))).toEqual({
        name: { before: '4 Oak', after: '4 Ash' },
      });
    });
    expect((await findGroup(school, oak.groupId)).version).toBe(2);
    expect(await events(school)).toEqual(['GroupAdded', 'GroupAdded', 'GroupChanged']);
  });

  it('end with their staff and lessons', async () => {
    const school = await given.school();
    const [groupId, staffId] = [await group(school), await staff(school)];
    await teaching(school, { groupId, staffId });
    const lesson = {
      weekday: 1,
      week: '',
      period: '1',
      staffId,
      startsAt: '09:00',
      endsAt: null,
      room: 'B2',
    };
    await given.inSchool(school, (tx) =>
      recordLessons(tx, { groupId, lessons: [lesson], fromOn: yearStart, source: 'Arbor' }),
    );
    const oak = await findGroup(school, groupId);
    await given.inSchool(school, async (tx) => {
      expect(await endGroup(tx, oak, day('2026-08-31'))).toMatchObject({ refusal: 'before_start' });
      granted(await endGroup(tx, oak, day('2027-08-31')));
      expect((await listLessons(tx, groupId)).map((one) => one.untilOn)).toEqual(['2027-08-31']);
    });
    const ended = await findGroup(school, groupId);
    expect(ended).toMatchObject({ untilOn: '2027-08-31', staff: [{ untilOn: '2027-08-31' }] });
    expect((await events(school)).filter((type) => type === 'GroupEnded')).toHaveLength(1);
  });
});

describe('staff of a group', () => {
  it('come and go by dates', async () => {
    const school = await given.school();
    const [groupId, staffId] = [await group(school, { untilOn: day('2027-08-31') }), await staff(school)];
    const put = { groupId, staffId, source: 'Sendero' };
    await given.inSchool(school, async (tx) => {
      const refusalOf = async (more: { fromOn: string; untilOn?: string }) => {
        const untilOn = more.untilOn === undefined ? undefined : day(more.untilOn);
        const result = await putStaffInGroup(tx, { ...put, fromOn: day(more.fromOn), untilOn });
        return result.ok ? null : result.refusal;
      };
      expect(await refusalOf({ fromOn: '2026-08-31' })).toBe('outside_group');
      expect(await refusalOf({ fromOn: '2026-09-01', untilOn: '2027-09-01' })).toBe('outside_group');
      expect(await refusalOf({ fromOn: '2026-10-01', untilOn: '2026-09-30' })).toBe('ends_before_start');
      expect(await refusalOf({ fromOn: '2026-09-01' })).toBeNull();
      expect(await refusalOf({ fromOn: '2026-11-01' })).toBe('already_there');
      granted(await takeStaffOutOfGroup(tx, { groupId, staffId, untilOn: day('2026-12-18') }));
      expect(await refusalOf({ fromOn: '2027-01-04' })).toBeNull();
      expect(await takeStaffOutOfGroup(tx, { groupId, staffId, untilOn: day('2026-12-31') })).toMatchObject({
        refusal: 'before_start',
      });
    });
    expect((await findGroup(school, groupId)).name).toBe('4 Oak');
    expect((await events(school)).filter((type) => type === 'GroupStaffed')).toHaveLength(3);
  });
});

describe('the timetable', () => {
  const lesson = (period: string, room: string | null = null) => ({
    weekday: 2,
    week: 'A',
    period,
    staffId: null,
    startsAt: '09:00',
    endsAt: '10:00',
    room,
  });

  it('changes only what differs, and the same twice changes nothing', async () => {
    const school = await given.school();
    const groupId = await group(school, { kind: 'teaching', name: '10X/En1' });
    const say = (lessons: ReturnType<typeof lesson>[], from: string, isWhole = false) =>
      given.inSchool(school, (tx) =>
        recordLessons(tx, { groupId, lessons, fromOn: day(from), isWhole, source: 'Bromcom' }),
      );
    const first = [lesson('1'), lesson('2')];
    expect(await say(first, '2026-09-01')).toEqual({ added: 2, changed: 0, ended: 0, unchanged: 0 });
    expect(await say(first, '2026-10-01')).toEqual({ added: 0, changed: 0, ended: 0, unchanged: 2 });
    expect(await say([lesson('1', 'Hall')], '2026-11-02')).toMatchObject({ changed: 1, ended: 0 });
    expect(await say([lesson('1', 'Hall')], '2026-11-09', true)).toMatchObject({ ended: 1, unchanged: 1 });
    const kept = await given.inSchool(school, (tx) => listLessons(tx, groupId));
    expect(kept.map((one) => [one.period, one.room, one.fromOn, one.untilOn])).toEqual(
      expect.arrayContaining([
        ['1', null, '2026-09-01', '2026-11-01'],
        ['1', 'Hall', '2026-11-02', null],
        ['2', null, '2026-09-01', '2026-11-08'],
      ]),
    );
    expect(kept).toHaveLength(3);
    expect((await events(school)).filter((type) => type === 'LessonsChanged')).toHaveLength(3);
  });
});
