import fc from 'fast-check';
import { schoolDate } from '#src/kernel/dates.ts';
import { PupilId, StaffId } from '#src/kernel/ids.ts';
import type { FullWeek } from '#src/modules/deployment/domain/full-week.ts';
import {
  type Adult,
  type Demand,
  forces,
  type Placement,
  type Slot,
  type Week,
} from '#src/modules/deployment/domain/week.ts';

const id = (kind: string, n: number) => `00000000-0000-7000-8000-${kind}${String(n).padStart(11, '0')}`;
export const staffNo = (n: number) => StaffId.parse(id('a', n));
export const pupilNo = (n: number) => PupilId.parse(id('b', n));

/** `1.2`: the second slot of Monday. Slots of an hour from nine on, but where minutes are given. */
export function slotsOf(days: number, perDay: number, minutes = 60): readonly Slot[] {
  return ([1, 2, 3, 4, 5] as const).slice(0, days).flatMap((day) =>
    Array.from({ length: perDay }, (_, at) => ({
      slotId: `${day}.${at + 1}`,
      day,
      from: 540 + at * minutes,
      until: 540 + (at + 1) * minutes,
      kind: 'lesson' as const,
    })),
  );
}

/** An adult who is there all week, without limits. */
export const adultOf = (slots: readonly Slot[], n: number, given: Partial<Adult> = {}): Adult => ({
  staffId: staffNo(n),
  slotIds: new Set(slots.map(({ slotId }) => slotId)),
  skills: new Set(),
  minutes: 5000,
  inARow: null,
  siteId: null,
  avoids: new Set(),
  penceAnHour: null,
  ...given,
});

/** One slot a week, at any time, by anybody. */
export const demandOf = (slots: readonly Slot[], n: number, given: Partial<Demand> = {}): Demand => ({
  demandId: `d${n}`,
  force: 'general',
  pupilIds: [pupilNo(n)],
  times: 1,
  length: 1,
  oncePerDay: false,
  startIds: new Set(slots.map(({ slotId }) => slotId)),
  skills: new Set(),
  only: null,
  knows: new Set(),
  siteId: null,
  need: 1,
  ...given,
});

export const placed = (demand: number, slotId: string, adult: number, isPinned = false): Placement => ({
  demandId: `d${demand}`,
  slotId,
  staffId: staffNo(adult),
  isPinned,
});

export const weekOf = (given: Partial<Week> & Pick<Week, 'slots'>): Week => ({
  adults: [],
  demands: [],
  placements: [],
  travelMinutes: 0,
  ...given,
});

/** A week with the names that a page shows, all alike. */
export const fullWeek = (week: Week): FullWeek => ({
  ...week,
  on: schoolDate('2026-11-24'),
  adults: week.adults.map((adult) => ({
    ...adult,
    name: 'Ann',
    post: 'TA',
    personId: null,
    weeksAYear: null,
  })),
  demands: week.demands.map((demand) => ({
    ...{ ...demand, kind: 'one_to_one' as const, title: demand.demandId },
    ...{ groupName: null, room: null, runId: null },
  })),
  ...{ pupils: new Map(), points: [], fixedIds: new Set<string>(), homeless: [], version: 1 },
});

const some = <T>(of: readonly T[]): fc.Arbitrary<ReadonlySet<T>> =>
  fc.subarray([...of]).map((list) => new Set(list));
const most = <T>(of: readonly T[]): fc.Arbitrary<ReadonlySet<T>> =>
  fc.subarray([...of], { minLength: Math.ceil(of.length / 2) }).map((list) => new Set(list));

type Size = {
  readonly days: number;
  readonly perDay: number;
  readonly adults: number;
  readonly demands: number;
};

/** Small weeks in which every hard rule can be broken: gaps and overlaps in the day, two sites, skills, limits. */
export function weeks(size: Size): fc.Arbitrary<Week> {
  const grid = slotsOf(size.days, size.perDay, 30);
  return fc.tuple(fc.subarray([...grid], { minLength: 2 }), fc.boolean()).chain(([kept, isDouble]) => {
    const lunch = {
      ...(kept[0] ?? grid[0]),
      slotId: 'late',
      from: 555,
      until: 585,
      day: 1,
      kind: 'lunch',
    } as Slot;
    const slots = isDouble ? [...kept, lunch] : kept;
    const ids = slots.map(({ slotId }) => slotId);
    const staff = Array.from({ length: size.adults }, (_, at) => staffNo(at + 1));
    const pupils = Array.from({ length: 3 }, (_, at) => pupilNo(at + 1));
    const site = fc.constantFrom(null, 'north', 'south');
    const adult = (at: number) =>
      fc.record<Adult>({
        staffId: fc.constant(staffNo(at + 1)),
        slotIds: most(ids),
        skills: some(['elsa', 'maths']),
        minutes: fc.constantFrom(30, 60, 90, 300),
        inARow: fc.constantFrom(null, 1, 2),
        siteId: site,
        avoids: fc.oneof({ weight: 3, arbitrary: fc.constant(new Set<PupilId>()) }, some(pupils)),
        penceAnHour: fc.constantFrom(null, 1200, 1500),
      });
    const demand = (at: number) =>
      fc.record<Demand>({
        demandId: fc.constant(`d${at + 1}`),
        force: fc.constantFrom(...forces),
        pupilIds: fc.subarray(pupils),
        times: fc.integer({ min: 1, max: 2 }),
        length: fc.constantFrom(1, 1, 2),
        oncePerDay: fc.boolean(),
        startIds: most(ids),
        skills: fc.constantFrom(new Set<string>(), new Set(['elsa'])),
        only: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, some(staff)),
        knows: some(staff),
        siteId: site,
        need: fc.integer({ min: 1, max: 5 }),
      });
    return fc.record<Week>({
      slots: fc.constant(slots),
      adults: fc.tuple(...staff.map((_, at) => adult(at))),
      demands: fc.tuple(...Array.from({ length: size.demands }, (_, at) => demand(at))),
      placements: fc.constant([]),
      travelMinutes: fc.constantFrom(0, 20, 45),
    });
  });
}

/** A week with placements of which each alone nearly stands, so that they break its rules together, or none. */
export const placedWeeks = (size: Size): fc.Arbitrary<Week> =>
  weeks(size).chain((week) => {
    const single = week.demands.flatMap(({ demandId, startIds, only, skills, pupilIds }) =>
      week.adults
        .filter(
          (adult) =>
            (only === null || only.has(adult.staffId)) && [...skills].every((one) => adult.skills.has(one)),
        )
        .filter((adult) => !pupilIds.some((pupilId) => adult.avoids.has(pupilId)))
        .flatMap(({ staffId, slotIds }) =>
          [...startIds]
            .filter((one) => slotIds.has(one))
            .map((slotId) => ({
              demandId,
              slotId,
              staffId,
              isPinned: false,
            })),
        ),
    );
    return fc
      .subarray<Placement>(single, { maxLength: Math.min(4, single.length) })
      .map((placements) => ({ ...week, placements }));
  });
