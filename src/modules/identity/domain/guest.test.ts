import { describe, expect, it } from 'vitest';
import { schoolDate } from '../../../kernel/dates.ts';
import { guestSeesWords, isOpenOn, lastDayFault, latestLastDay, usualLastDay } from './guest.ts';
import { stateOf } from './invitation.ts';

const day = schoolDate;
const today = day('2026-11-24');

describe('the last day of a guest', () => {
  it('is six weeks from today unless it is said otherwise, and twelve months at most (rule access-2)', () => {
    expect([usualLastDay(today), latestLastDay(today)]).toEqual(['2027-01-05', '2027-11-24']);
  });

  it.each([
    ['2026-11-23', 'The last day must be today or later'],
    ['2026-11-24', null],
    ['2027-11-24', null],
    ['2027-11-25', 'The last day must be within 12 months from today'],
  ])('%s: %s', (untilOn, fault) => {
    expect(lastDayFault(day(untilOn), today)).toBe(fault);
  });

  it.each([
    ['2026-11-23', false],
    ['2026-11-24', true],
    ['2026-12-01', true],
    ['2026-12-02', false],
  ])('opens the pupil on %s: %s', (on, isOpen) => {
    const place = { fromOn: today, untilOn: day('2026-12-01'), isWithdrawn: false };
    expect(isOpenOn(place, day(on))).toBe(isOpen);
    expect(isOpenOn({ ...place, isWithdrawn: true }, day(on))).toBe(false);
  });

  it('is told with what the guest may read', () => {
    expect(guestSeesWords(['identity', 'health', 'family'])).toBe(
      'Name and class; What the family reads; Health',
    );
  });
});

describe('an invitation', () => {
  const now = new Date('2026-11-24T09:00:00Z');
  const sent = { acceptedAt: null, withdrawnAt: null, untilOn: null, expiresAt: new Date(now.getTime() + 1) };

  it.each([
    ['waits', {}, 'waiting'],
    ['is accepted', { acceptedAt: now }, 'accepted'],
    ['is withdrawn', { withdrawnAt: now }, 'withdrawn'],
    ['has expired to the moment (rule access-1)', { expiresAt: now }, 'expired'],
    ['would give what is over already', { untilOn: day('2026-11-23') }, 'expired'],
    ['gives its last day', { untilOn: today }, 'waiting'],
  ])('that %s', (_, of, state) => {
    expect(stateOf({ ...sent, ...of }, { now, today })).toBe(state);
  });
});
