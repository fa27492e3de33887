import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, schoolDate } from '#src/kernel/dates.ts';
import { newId, PupilId } from '#src/kernel/ids.ts';
import {
  attendancePercent,
  isAttendanceLow,
  isLookOverdue,
  isOftenRaised,
  languageRule,
  type WatchedPupil,
  watchBounds,
  watchedSince,
  watchListOf,
} from './watch-list.ts';

const today = schoolDate('2026-11-24');

const watched = (surname: string, more: Partial<WatchedPupil> = {}): WatchedPupil => ({
  pupilId: PupilId.parse(newId()),
  surname,
  forename: 'Amara',
  yearGroup: '4',
  yearRank: 4,
  className: 'Oak',
  status: 'none',
  needTypes: [],
  concerns: 2,
  raisers: 1,
  areas: ['not_sure'],
  lastRaisedOn: today,
  lastOutcome: null,
  lastDecidedOn: null,
  lookAgainOn: null,
  isEal: false,
  isPupilPremium: false,
  isFsm: false,
  isYoungCarer: false,
  isInCare: false,
  sessionsPossible: 0,
  sessionsAttended: 0,
  ...more,
});

describe('the watch-list', () => {
  it.each([
    [2, 'none', [], true],
    [1, 'none', [], false],
    [2, 'monitoring', [], true],
    [5, 'sen_support', [], false],
    [5, 'ehc_plan', [], false],
    [2, 'none', ['SLCN'], false],
  ] as const)(
    'holds one of %i concerns, status %s and needs %j: %s (rule concern-6)',
    (concerns, status, needTypes, on) => {
      expect(isOftenRaised({ concerns, status, needTypes })).toBe(on);
    },
  );

  it('counts the last 365 days, today included', () => {
    expect(watchedSince(today)).toBe('2025-11-25');
    expect(daysBetween(watchedSince(today), today) + 1).toBe(watchBounds.days);
  });

  it.each([
    [null, false],
    ['2026-11-24', false],
    ['2026-11-23', true],
  ])('a look again on %s is overdue: %s', (day, overdue) => {
    expect(isLookOverdue({ lookAgainOn: day === null ? null : schoolDate(day) }, today)).toBe(overdue);
  });

  it('puts the most often raised first, and the longest overdue first', () => {
    const { often, overdue } = watchListOf(
      [
        watched('Two'),
        watched('Four', { concerns: 4 }),
        watched('Newer', { concerns: 2, lastRaisedOn: addDays(today, 1) }),
        watched('Supported', { status: 'sen_support', lookAgainOn: schoolDate('2026-11-02') }),
        watched('Late', { concerns: 1, lookAgainOn: schoolDate('2026-10-01') }),
      ],
      today,
    );
    expect(often.map((one) => one.surname)).toEqual(['Four', 'Newer', 'Two']);
    expect(overdue.map((one) => one.surname)).toEqual(['Late', 'Supported']);
  });

  it.each([
    [0, 0, null, false],
    [200, 180, 90, false],
    [200, 179, 89, true],
    [1000, 899, 89, true],
    [200, 200, 100, false],
  ])(
    'of %i half days with %i attended says %s and low: %s (rule concern-7)',
    (possible, attended, percent, low) => {
      const pupil = { sessionsPossible: possible, sessionsAttended: attended };
      expect(attendancePercent(pupil)).toBe(percent);
      expect(isAttendanceLow(pupil)).toBe(low);
    },
  );

  it('never shows 90 % or more beside low, nor less beside what is not', () => {
    const sessions = fc
      .integer({ min: 1, max: 400 })
      .chain((possible) => fc.tuple(fc.constant(possible), fc.integer({ min: 0, max: possible })));
    fc.assert(
      fc.property(sessions, ([sessionsPossible, sessionsAttended]) => {
        const pupil = { sessionsPossible, sessionsAttended };
        expect(isAttendanceLow(pupil)).toBe((attendancePercent(pupil) ?? 100) < 90);
      }),
    );
  });

  it('says of language what the Act says (rule concern-8)', () => {
    expect(languageRule).toContain('section 20(4)');
    expect(languageRule).toContain('6.24');
  });
});
