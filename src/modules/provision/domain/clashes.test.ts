import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { type Busy, clashesBetween } from './clashes.ts';

const busy = (given: Partial<Busy> = {}): Busy => ({
  weekday: 2,
  startsAt: '09:30',
  minutes: 30,
  what: 'Talk Boost',
  fromOn: schoolDate('2026-09-07'),
  untilOn: schoolDate('2026-12-18'),
  ...given,
});

describe('a clash in somebody’s week (rule prov-8)', () => {
  it.each([
    ['the same time', {}, true],
    ['one that begins in the middle', { startsAt: '09:45' }, true],
    ['one around it', { startsAt: '09:00', minutes: 90 }, true],
    ['one that ends when it begins', { startsAt: '09:00' }, false],
    ['one that begins when it ends', { startsAt: '10:00' }, false],
    ['another weekday', { weekday: 3 }, false],
    ['one without a time', { startsAt: null }, false],
    ['one that ended before', { fromOn: schoolDate('2026-03-02'), untilOn: schoolDate('2026-07-17') }, false],
    ['one that begins on the last day', { fromOn: schoolDate('2026-12-18'), untilOn: null }, true],
  ])('%s', (_, given, clashes) => {
    expect(clashesBetween([busy()], [busy({ what: 'ELSA', ...given })])).toHaveLength(clashes ? 1 : 0);
  });

  it('is told with the first day on which both hold', () => {
    const [clash] = clashesBetween([busy()], [busy({ fromOn: schoolDate('2026-11-02') })]);
    expect(clash?.firstOn).toBe('2026-11-02');
  });
});
