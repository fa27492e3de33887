import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { closuresOf } from './clock-calendar.ts';

const term = (from: string, until: string) => ({
  name: 'Term',
  from: schoolDate(from),
  until: schoolDate(until),
  halfTerm: null,
});

describe('when a school is shut', () => {
  it('is from the first weekday after a term until the next begins', () => {
    const terms = [term('2026-09-02', '2026-12-18'), term('2026-04-13', '2026-07-21')];
    expect(closuresOf({ terms, closures: [] })).toEqual([{ from: '2026-07-22', reopens: '2026-09-02' }]);
    const endsFriday = [term('2026-04-13', '2026-07-17'), term('2026-09-02', '2026-12-18')];
    expect(closuresOf({ terms: endsFriday, closures: [] })).toEqual([
      { from: '2026-07-20', reopens: '2026-09-02' },
    ]);
  });

  it('is not a year that nobody has entered, and is a closure that somebody has', () => {
    const terms = [term('2025-01-06', '2025-04-04'), term('2026-09-02', '2026-12-18')];
    const from = schoolDate('2026-10-05');
    const closures = [{ from, reopensOn: schoolDate('2026-11-09'), reason: 'Boiler' }];
    expect(closuresOf({ terms, closures })).toEqual([{ from, reopens: '2026-11-09' }]);
  });
});
