import { describe, expect, it } from 'vitest';
import { schoolDate } from '../../../kernel/dates.ts';
import { lastDayRefusal, leavingReasons, leavingWords } from './leaving.ts';

describe('the last day at the school', () => {
  const of = { fromOn: schoolDate('2026-09-01'), today: schoolDate('2026-11-24') };

  it.each([
    ['2026-08-31', 'before_start'],
    ['2026-09-01', null],
    ['2026-11-24', null],
    ['2027-07-21', null],
    ['2028-11-23', null],
    ['2028-11-24', 'far_off'],
  ] as const)('%s: %s', (endedOn, refusal) => {
    expect(lastDayRefusal(schoolDate(endedOn), of)).toBe(refusal);
  });
});

describe('a reason for leaving', () => {
  it('can be chosen only where its meaning is known', () => {
    expect(leavingReasons.map(({ code }) => code)).toContain('NH');
    expect(leavingReasons.map(({ code }) => code)).not.toContain('AT');
  });

  it('is said in words, or as a file told it', () => {
    expect(leavingWords('NH')).toBe('Not at school: home educated');
    expect(leavingWords('Moved to Wales')).toBe('Moved to Wales');
  });
});
