import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, schoolDate } from '#src/kernel/dates.ts';
import {
  behindWith,
  isReviewLate,
  isUnshared,
  meetingsAYear,
  meetingsOwed,
  type ReviewFacts,
  yearBefore,
} from './review-duty.ts';

const day = schoolDate;
const today = day('2026-11-24');

describe('meetings with the parents (rule review-1)', () => {
  it.each([
    ['2026-11-24', 0, 'begun today'],
    ['2026-07-25', 0, 'a day short of four months'],
    ['2026-07-24', 1, 'four months'],
    ['2026-03-25', 1, 'a day short of eight months'],
    ['2026-03-24', 2, 'eight months'],
    ['2025-11-24', 3, 'a year'],
    ['2019-09-01', 3, 'for years: three, as only the last twelve months count'],
    ['2026-12-01', 0, 'not begun yet'],
  ])('since %s are %i: %s', (since, owed) => {
    expect(meetingsOwed(day(since), today)).toBe(owed);
  });

  it('are never fewer for who is longer on SEN support', () => {
    fc.assert(
      fc.property(fc.nat({ max: 900 }), fc.nat({ max: 900 }), (one, more) => {
        const owed = meetingsOwed(addDays(today, -one), today);
        expect(meetingsOwed(addDays(today, -one - more), today)).toBeGreaterThanOrEqual(owed);
        expect(owed).toBeLessThanOrEqual(meetingsAYear);
      }),
    );
  });

  it.each([
    ['2026-11-24', '2025-11-25'],
    ['2028-02-29', '2027-03-01'],
  ])('of the twelve months to %s begin on %s', (on, from) => {
    expect(yearBefore(day(on))).toBe(from);
  });
});

describe('a review (rule review-2)', () => {
  it.each([
    ['2026-11-23', true],
    ['2026-11-24', false],
    [null, false],
  ])('that was due on %s is late: %s', (on, isLate) => {
    expect(isReviewLate(on === null ? null : day(on), today)).toBe(isLate);
  });
});

describe('a plan that was never shared (rule review-3)', () => {
  it.each([
    ['2026-10-26', null, true],
    ['2026-10-27', null, false],
    ['2026-01-05', '2026-11-20', false],
  ])('begun %s, shared %s: %s', (begunOn, sharedOn, isSo) => {
    const plan = { begunOn: day(begunOn), sharedOn: sharedOn === null ? null : day(sharedOn) };
    expect(isUnshared(plan, today)).toBe(isSo);
  });
});

describe('what the school is behind with (rule review-4)', () => {
  const good: ReviewFacts = {
    status: 'sen_support',
    senSinceOn: day('2025-09-01'),
    meetings: 3,
    plan: { begunOn: day('2026-09-14'), reviewOn: day('2026-12-18'), sharedOn: day('2026-09-28') },
  };
  const late = { begunOn: day('2026-06-01'), reviewOn: day('2026-11-01'), sharedOn: null };

  it.each<readonly [string, Partial<ReviewFacts>, readonly string[]]>([
    ['nothing', {}, []],
    ['a meeting', { meetings: 2 }, ['meetings']],
    ['a plan', { plan: null }, ['no_plan']],
    ['everything about a plan', { plan: late, meetings: 0 }, ['review', 'meetings', 'unshared']],
    ['nothing for a pupil without SEN', { status: 'none', senSinceOn: null, meetings: 0, plan: null }, []],
    [
      'only the plan that a monitored pupil has',
      { status: 'monitoring', senSinceOn: null, meetings: 0, plan: late },
      ['review', 'unshared'],
    ],
    ['no plan of a pupil with an EHC plan', { status: 'ehc_plan', plan: null }, ['no_plan']],
  ])('is %s', (_, given, kinds) => {
    expect(behindWith({ ...good, ...given }, today)).toEqual(kinds);
  });
});
