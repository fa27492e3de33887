import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { stoppedClock } from '#src/platform/clock/clock.ts';
import { doesAnswer, shortName } from './card-link.ts';

describe('a supply teacher’s link', () => {
  // (rule card-4)
  it.each([
    ['winter, the last second', '2026-11-24', '2026-11-24T23:59:59Z', true],
    ['winter, midnight', '2026-11-24', '2026-11-25T00:00:00Z', false],
    ['winter, the day before', '2026-11-24', '2026-11-23T23:59:59Z', false],
    ['summer, the last second in London', '2026-06-24', '2026-06-24T22:59:59Z', true],
    ['summer, midnight in London', '2026-06-24', '2026-06-24T23:00:00Z', false],
  ])('%s', (_, onDay, now, answers) => {
    const today = stoppedClock(now).today();
    expect(doesAnswer({ onDay: schoolDate(onDay), isStopped: false }, today)).toBe(answers);
    expect(doesAnswer({ onDay: schoolDate(onDay), isStopped: true }, today)).toBe(false);
  });

  it.each([
    ['Amara', 'Okafor', 'Amara O.'],
    ['Zoë', 'élan', 'Zoë É.'],
    ['Bo', '', 'Bo .'],
  ])('calls %s %s “%s”', (forename, surname, name) => {
    expect(shortName(forename, surname)).toBe(name);
  });
});
