import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plain, schoolDate } from '#src/kernel/dates.ts';
import { processes, runClocks, toldCalendar, usualLocalRules } from '#src/modules/statutory/index.ts';
import { adviceWantedBy, proposeMeeting } from './propose-meeting.ts';

const day = schoolDate;
const calendar = toldCalendar({
  closures: [
    { from: day('2026-12-19'), reopens: day('2027-01-04') },
    { from: day('2027-02-15'), reopens: day('2027-02-22') },
    { from: day('2027-07-22'), reopens: day('2027-09-01') },
  ],
  insetDays: [],
});
const ofNotice = {
  ...processes['annual-review'],
  clocks: processes['annual-review'].clocks.filter(({ id }) => id === 'V5' || id === 'V6a'),
};
const dueOf = (meeting: ReturnType<typeof day>, id: string) =>
  runClocks(ofNotice, {
    events: { meeting },
    facts: {},
    calendar,
    local: usualLocalRules,
  }).clocks.find((clock) => clock.id === id);
const noticeOf = (meetingOn: ReturnType<typeof day>) => ({
  askAdviceBy: dueOf(meetingOn, 'V6a')?.dueOn ?? meetingOn,
  noticeBy: dueOf(meetingOn, 'V5')?.alertOn ?? meetingOn,
});
const propose = (today: string, latestOn: string | null) =>
  proposeMeeting({
    today: day(today),
    latestOn: latestOn === null ? null : day(latestOn),
    isSchoolDay: calendar.isSchoolDay,
    noticeOf,
  });

describe('the day that is proposed for a review (rule ar-1)', () => {
  test.each([
    ['leaves two weeks of room before the latest day', '2026-11-24', '2027-02-08', '2027-01-25', true],
    ['moves off a holiday to the school day before', '2026-11-24', '2027-03-05', '2027-02-12', true],
    ['takes the first day that leaves six weeks for advice', '2026-11-24', '2027-01-12', '2027-01-05', true],
    [
      'takes the last day in time where six weeks are not left',
      '2026-11-24',
      '2026-12-16',
      '2026-12-16',
      true,
    ],
    [
      'keeps the two weeks of notice and says that it is late',
      '2026-11-24',
      '2026-12-01',
      '2026-12-09',
      false,
    ],
    ['keeps the notice where the latest day has passed', '2026-11-24', '2026-10-01', '2026-12-09', false],
  ])('%s', (_, today, latest, meetingOn, isInTime) => {
    expect(propose(today, latest)).toMatchObject({ meetingOn, isInTime });
  });

  test('leaves six weeks where no date of a plan is known, and says so', () => {
    expect(propose('2026-11-24', null)).toMatchObject({ meetingOn: '2027-01-05', isInTime: true });
    expect(propose('2026-11-24', null)?.why).toContain('No date of a plan');
  });

  test('proposes nothing where no terms are entered', () => {
    const facts = { today: day('2026-11-24'), latestOn: null, isSchoolDay: () => false, noticeOf };
    expect(proposeMeeting(facts)).toBeNull();
  });

  test('is always a school day, never past, and always keeps the notice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: -60, max: 360 }), (from, until) => {
        const today = addDays(day('2026-09-01'), from);
        const proposed = proposeMeeting({
          today,
          latestOn: addDays(today, until),
          isSchoolDay: calendar.isSchoolDay,
          noticeOf,
        });
        if (proposed === null) throw new Error('no day');
        expect(calendar.isSchoolDay(proposed.meetingOn)).toBe(true);
        expect(noticeOf(proposed.meetingOn).noticeBy >= today).toBe(true);
        expect(plain(proposed.meetingOn).dayOfWeek).toBeLessThan(6);
        if (proposed.isInTime) expect(proposed.meetingOn <= addDays(today, until)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});

test('advice is asked for by the last school day before it is circulated (rule ar-2)', () => {
  expect(adviceWantedBy(day('2027-01-11'), calendar.isSchoolDay)).toBe('2027-01-08');
  expect(adviceWantedBy(day('2027-01-04'), calendar.isSchoolDay)).toBe('2026-12-18');
});
