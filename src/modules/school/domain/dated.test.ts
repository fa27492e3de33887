import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { holdsOn, succession } from './dated.ts';

const fact = (from: string, until: string | null = null) => ({
  fromOn: schoolDate(from),
  untilOn: until === null ? null : schoolDate(until),
});

describe('what holds for a time', () => {
  it.each([
    ['2026-08-31', false],
    ['2026-09-01', true],
    ['2027-03-31', true],
    ['2027-04-01', false],
  ])('on %s: %s', (on, expected) => {
    expect(holdsOn(fact('2026-09-01', '2027-03-31'), schoolDate(on))).toBe(expected);
  });

  it('ends the day before the next begins', () => {
    const first = fact('2026-09-01');
    expect(succession([first], schoolDate('2027-04-01'))).toEqual({
      toEnd: { fact: first, untilOn: '2027-03-31' },
      toWithdraw: null,
    });
  });

  it('gives way to a correction of the same day', () => {
    const wrong = fact('2026-09-01');
    expect(succession([wrong], schoolDate('2026-09-01'))).toEqual({ toEnd: null, toWithdraw: wrong });
  });

  it('leaves alone what has already ended', () => {
    expect(succession([fact('2025-09-01', '2026-08-31')], schoolDate('2026-10-01'))).toEqual({
      toEnd: null,
      toWithdraw: null,
    });
  });

  it('has no place before something later', () => {
    expect(succession([fact('2027-04-01')], schoolDate('2026-09-01'))).toBeNull();
  });
});
