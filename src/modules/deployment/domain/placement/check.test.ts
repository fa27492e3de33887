import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adultOf,
  demandOf,
  placed,
  placedWeeks,
  pupilNo,
  slotsOf,
  staffNo,
  weekOf,
} from '#test/given-weeks.ts';
import type { Week } from '../week.ts';
import { breaches } from './check.ts';

const slots = slotsOf(2, 4);
const two = [adultOf(slots, 1), adultOf(slots, 2)];
const kinds = (week: Week) => breaches(week, week.placements).map(({ kind }) => kind);
const given = (change: Partial<Week>) =>
  weekOf({ slots, adults: two, demands: [demandOf(slots, 1), demandOf(slots, 2)], ...change });
const withDemand = (change: Parameters<typeof demandOf>[2], ...placements: Week['placements']) =>
  given({ demands: [demandOf(slots, 1, change), demandOf(slots, 2)], placements });
const withAdult = (change: Parameters<typeof adultOf>[2], ...placements: Week['placements']) =>
  given({ adults: [adultOf(slots, 1, change), adultOf(slots, 2)], placements });

/** A lunch that begins in the middle of the second lesson of Monday. */
const lunch = { slotId: 'lunch', day: 1, from: 630, until: 690, kind: 'lunch' } as const;
const withLunch = [...slots, lunch];

// (rule place-1)
describe('the checker', () => {
  it.each<[string, Week, string[]]>([
    ['nothing wrong', given({ placements: [placed(1, '1.1', 1), placed(2, '1.1', 2)] }), []],
    ['somebody unknown', given({ placements: [placed(1, '1.1', 9)] }), ['unknown']],
    ['an unknown demand', given({ placements: [placed(9, '1.1', 1)] }), ['unknown']],
    ['an unknown slot', given({ placements: [placed(1, '5.9', 1)] }), ['unknown']],
    ['longer than the day', withDemand({ length: 5 }, placed(1, '1.1', 1)), ['length']],
    ['over the end of the day', withDemand({ length: 2 }, placed(1, '1.4', 1)), ['length']],
    ['not an allowed start', withDemand({ startIds: new Set(['2.1']) }, placed(1, '1.1', 1)), ['start']],
    ['somebody else is named', withDemand({ only: new Set([staffNo(2)]) }, placed(1, '1.1', 1)), ['named']],
    ['a missing skill', withDemand({ skills: new Set(['elsa']) }, placed(1, '1.1', 1)), ['skills']],
    ['a pupil to avoid', withAdult({ avoids: new Set([pupilNo(1)]) }, placed(1, '1.1', 1)), ['avoids']],
    ['not available', withAdult({ slotIds: new Set(['1.2']) }, placed(1, '1.1', 1)), ['available']],
    ['an adult twice at once', given({ placements: [placed(1, '1.1', 1), placed(2, '1.1', 1)] }), ['adult']],
    [
      'more than the contract',
      withAdult({ minutes: 60 }, placed(1, '1.1', 1), placed(2, '1.3', 1)),
      ['minutes'],
    ],
    ['too many in a row', withAdult({ inARow: 1 }, placed(1, '1.1', 1), placed(2, '1.2', 1)), ['row']],
    ['a free one between', withAdult({ inARow: 1 }, placed(1, '1.1', 1), placed(2, '1.3', 1)), []],
    [
      'too many in one time',
      given({
        adults: [adultOf(slots, 1, { inARow: 1 })],
        demands: [demandOf(slots, 1, { length: 2 })],
        placements: [placed(1, '1.1', 1)],
      }),
      ['row'],
    ],
    [
      'twice on one day',
      withDemand({ times: 2, oncePerDay: true }, placed(1, '1.1', 1), placed(1, '1.3', 1)),
      ['day'],
    ],
    ['more times than asked', withDemand({ times: 1 }, placed(1, '1.1', 1), placed(1, '2.1', 1)), ['times']],
    [
      'the same help twice at once',
      withDemand({ times: 2, pupilIds: [] }, placed(1, '1.1', 1), placed(1, '1.1', 2)),
      ['demand'],
    ],
  ])('tells %s', (_, week, expected) => {
    expect(kinds(week)).toEqual(expected);
  });

  it('tells a pupil who is in two groups at once, once', () => {
    const shared = { pupilIds: [pupilNo(1), pupilNo(2)] };
    const demands = [demandOf(slots, 1, shared), demandOf(slots, 2, shared)];
    const week = given({ demands, placements: [placed(1, '1.1', 1), placed(2, '1.1', 2)] });
    expect(breaches(week, week.placements)).toEqual([
      {
        kind: 'pupil',
        words: 'A pupil is in two places at once, on Monday 09:00',
        placements: week.placements,
      },
    ]);
  });

  it('sees that times of different slots share minutes', () => {
    const adults = [adultOf(withLunch, 1)];
    const demands = [demandOf(withLunch, 1), demandOf(withLunch, 2)];
    const week = weekOf({
      slots: withLunch,
      adults,
      demands,
      placements: [placed(1, '1.2', 1), placed(2, 'lunch', 1)],
    });
    expect(kinds(week)).toEqual(['adult']);
  });

  it.each([
    [20, '1.2', ['travel']],
    [20, '1.3', []],
    [0, '1.2', []],
    [61, '1.3', ['travel']],
  ])('asks for %s minutes between two sites, the next being at %s', (travelMinutes, slotId, expected) => {
    const adults = [adultOf(slots, 1, { siteId: 'north' })];
    const demands = [demandOf(slots, 1), demandOf(slots, 2, { siteId: 'south' })];
    const placements = [placed(2, slotId, 1), placed(1, '1.1', 1)];
    expect(kinds(weekOf({ slots, adults, demands, placements, travelMinutes }))).toEqual(expected);
  });

  it('says the same as a walk through the week, minute by minute', () => {
    fc.assert(
      fc.property(placedWeeks({ days: 2, perDay: 3, adults: 2, demands: 3 }), (week) => {
        expect(breaches(week, week.placements).length === 0).toBe(canBeWorked(week));
      }),
      { numRuns: 300 },
    );
  });

  it('finds nothing new where a placement is taken away', () => {
    fc.assert(
      fc.property(placedWeeks({ days: 1, perDay: 4, adults: 2, demands: 3 }), (week) => {
        const before = new Set(kinds(week));
        for (const left of week.placements) {
          const rest = week.placements.filter((one) => one !== left);
          for (const { kind } of breaches(week, rest)) expect(before).toContain(kind);
        }
      }),
    );
  });
});

type Diary = Map<string, string>;

/** All times of these weeks are whole steps. */
const step = 5;

/** The same rules in another way: a diary of steps for each adult, pupil and demand. */
function canBeWorked(week: Week): boolean {
  const diary: Diary = new Map();
  return (
    week.placements.every((placement) => isAllowed(week, placement) && isWritten(week, placement, diary)) &&
    week.demands.every((demand) => isWithinAsked(week, demand)) &&
    week.adults.every(
      (adult) => isPaid(adult, diary) && isRested(week, adult, diary) && hasTravelled(week, adult, diary),
    )
  );
}

const partsOf = (week: Week, { demandId, staffId, slotId }: Week['placements'][number]) => ({
  demand: week.demands.find((one) => one.demandId === demandId) ?? demandOf([], 0),
  adult: week.adults.find((one) => one.staffId === staffId) ?? adultOf([], 0),
  slot: week.slots.find((one) => one.slotId === slotId),
});

function isAllowed(week: Week, placement: Week['placements'][number]): boolean {
  const { demand, adult } = partsOf(week, placement);
  return (
    demand.startIds.has(placement.slotId) &&
    (demand.only === null || demand.only.has(adult.staffId)) &&
    [...demand.skills].every((one) => adult.skills.has(one)) &&
    !demand.pupilIds.some((pupil) => adult.avoids.has(pupil))
  );
}

/** Writes a placement into the diary; false where a slot is missing, or a minute is taken. */
function isWritten(week: Week, placement: Week['placements'][number], diary: Diary): boolean {
  const { demand, adult, slot: first } = partsOf(week, placement);
  const where = demand.siteId ?? adult.siteId ?? '';
  const names = [`adult ${adult.staffId}`, `demand ${demand.demandId}`, ...demand.pupilIds];
  let slot = first;
  for (let left = demand.length; left > 0; left -= 1) {
    if (slot === undefined || !adult.slotIds.has(slot.slotId)) return false;
    const { day, until, kind }: Week['slots'][number] = slot;
    for (let minute = slot.from; minute < until; minute += step)
      for (const name of names) {
        const key = `${name} ${day * 1440 + minute}`;
        if (diary.has(key)) return false;
        diary.set(key, where);
      }
    diary.set(`taken ${adult.staffId} ${slot.slotId}`, '');
    const after: Week['slots'] = week.slots.filter((one) => one.day === day && one.from === until);
    slot = after.find((one) => one.kind === kind) ?? after[0];
  }
  return true;
}

function isWithinAsked(week: Week, { demandId, times, oncePerDay }: Week['demands'][number]): boolean {
  const its = week.placements.filter((one) => one.demandId === demandId);
  const days = new Set(its.map((one) => partsOf(week, one).slot?.day));
  return its.length <= times && (!oncePerDay || days.size === its.length);
}

const isPaid = (adult: Week['adults'][number], diary: Diary): boolean =>
  [...diary.keys()].filter((key) => key.startsWith(`adult ${adult.staffId} `)).length * step <= adult.minutes;

function isRested(week: Week, adult: Week['adults'][number], diary: Diary): boolean {
  const taken = week.slots.filter(({ slotId }) => diary.has(`taken ${adult.staffId} ${slotId}`));
  const rowFrom = (slot: Week['slots'][number]): number =>
    1 + Math.max(0, ...taken.filter((one) => one.day === slot.day && one.from === slot.until).map(rowFrom));
  return taken.every((slot) => rowFrom(slot) <= (adult.inARow ?? Number.POSITIVE_INFINITY));
}

function hasTravelled(week: Week, adult: Week['adults'][number], diary: Diary): boolean {
  for (const day of [1, 2, 3, 4, 5]) {
    let last: { readonly site: string; readonly minute: number } | null = null;
    for (let minute = day * 1440 + 540; minute < day * 1440 + 780; minute += step) {
      const site = diary.get(`adult ${adult.staffId} ${minute}`);
      if (site === undefined || site === '') continue;
      if (last !== null && last.site !== site && minute - last.minute - step < week.travelMinutes)
        return false;
      last = { site, minute };
    }
  }
  return true;
}
