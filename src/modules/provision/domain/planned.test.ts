import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, schoolDate } from '#src/kernel/dates.ts';
import { runOf, slotOf } from '#test/given-run.ts';
import { byWeekday, minutesAWeek, plannedSessions } from './planned.ts';

const day = schoolDate;
/** Monday to Friday from 2 November to 18 December 2026. */
const weekdays = [0, 1, 2, 3, 4, 5, 6].flatMap((week) =>
  [0, 1, 2, 3, 4].map((at) => addDays(day('2026-11-02'), 7 * week + at)),
);
const bounds = { from: day('2026-11-01'), until: day('2026-12-31') };
const on = (days: readonly ReturnType<typeof day>[]) => ({ days: byWeekday(days), ...bounds });
const run = runOf({ fromOn: day('2026-11-03'), untilOn: day('2026-12-18') });

describe('the sessions that a run owes (rule prov-2)', () => {
  it('are one for each of its weekdays on which the school is open: seven Tuesdays', () => {
    const sessions = plannedSessions(run, [slotOf({ weekday: 2 })], on(weekdays));
    expect(sessions.map((one) => one.on)).toEqual([
      '2026-11-03',
      '2026-11-10',
      '2026-11-17',
      '2026-11-24',
      '2026-12-01',
      '2026-12-08',
      '2026-12-15',
    ]);
  });

  it('leave out a day on which the school is shut', () => {
    const open = weekdays.filter((one) => one !== '2026-11-10');
    expect(plannedSessions(run, [slotOf({ weekday: 2 })], on(open))).toHaveLength(6);
  });

  it.each([
    ['the run ends', runOf({ fromOn: day('2026-11-03'), untilOn: day('2026-11-10') }), slotOf(), 2],
    ['the place in the week ends', run, slotOf({ untilOn: day('2026-11-16') }), 2],
    ['the place in the week begins later', run, slotOf({ fromOn: day('2026-12-02') }), 2],
    ['the run was withdrawn', runOf({ isWithdrawn: true }), slotOf(), 0],
    ['there is no end', runOf({ fromOn: day('2026-11-03'), untilOn: null }), slotOf(), 7],
  ])('keep to the dates when %s', (_, of, slot, count) => {
    expect(plannedSessions(of, [slot], on(weekdays))).toHaveLength(count);
  });

  it('stand in order, and take the place of the week before that of the run', () => {
    const slots = [
      slotOf({ weekday: 3, startsAt: '13:00', place: 'Den' }),
      slotOf({ weekday: 3, startsAt: '09:00' }),
    ];
    const until = { ...on(weekdays), until: day('2026-11-06') };
    const found = plannedSessions({ ...run, place: 'Library' }, slots, until);
    expect(found.map((one) => `${one.startsAt} ${one.place}`)).toEqual(['09:00 Library', '13:00 Den']);
  });

  it('are never outside the days, the run or its places, and as many as there are of both', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }),
        fc.subarray(weekdays),
        (places, open) => {
          const slots = places.map((weekday) => slotOf({ weekday, fromOn: day('2026-11-09') }));
          const found = plannedSessions(run, slots, on(open));
          expect(found.every((one) => open.includes(one.on) && one.on >= '2026-11-09')).toBe(true);
          const due = places.flatMap((weekday) =>
            (byWeekday(open).get(weekday) ?? []).filter((one) => one >= '2026-11-09'),
          );
          expect(found).toHaveLength(due.length);
        },
      ),
    );
  });
});

describe('the minutes of a week', () => {
  it('are those of the places that hold on the day', () => {
    const slots = [
      slotOf({ minutes: 30 }),
      slotOf({ minutes: 20, weekday: 4 }),
      slotOf({ minutes: 60, untilOn: day('2026-10-01') }),
    ];
    expect(minutesAWeek(slots, day('2026-11-24'))).toBe(50);
  });
});
