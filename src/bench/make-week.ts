import { type Chance, chanceFrom, seedFrom } from '#src/demo/demo-chance.ts';
import { PupilId, StaffId } from '#src/kernel/ids.ts';
import type { Adult, Demand, Force, Slot, Week, Weekday } from '#src/modules/deployment/domain/week.ts';

/** How large a generated school is. */
export type WeekSize = { readonly adults: number; readonly demands: number };

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5];
const skills = [
  ['medical', 0.3],
  ['phonics', 0.4],
  ['maths', 0.35],
  ['elsa', 0.2],
  ['lego', 0.2],
  ['sensory', 0.3],
] as const;

/** More is asked than the contracts hold, as in most schools: what is left out is what has to be chosen. */
const tightness = 1.04;

const staffNo = (n: number) => StaffId.parse(`00000000-0000-7000-8000-a${String(n).padStart(11, '0')}`);
const pupilNo = (n: number) => PupilId.parse(`00000000-0000-7000-8000-b${String(n).padStart(11, '0')}`);

/** A primary day in half hours, or a secondary day in lessons, with break and lunch. */
function slotsOf(isLarge: boolean): readonly Slot[] {
  const lesson = isLarge ? 50 : 30;
  const parts: readonly (readonly [Slot['kind'], number, number])[] = isLarge
    ? [
        ['before', 15, 1],
        ['lesson', lesson, 2],
        ['break', 20, 1],
        ['lesson', lesson, 2],
        ['lunch', 30, 2],
        ['lesson', lesson, 2],
      ]
    : [
        ['before', 15, 1],
        ['lesson', lesson, 4],
        ['break', 15, 1],
        ['lesson', lesson, 3],
        ['lunch', 30, 2],
        ['lesson', lesson, 4],
      ];
  return weekdays.flatMap((day) => {
    let from = 510;
    return parts
      .flatMap(([kind, minutes, count]) => Array.from({ length: count }, () => ({ kind, minutes })))
      .map(({ kind, minutes }, at) => {
        const slot = { slotId: `${day}.${at}`, day, from, until: from + minutes, kind };
        from += minutes;
        return slot;
      });
  });
}

function adultOf(chance: Chance, slots: readonly Slot[], n: number, sites: number): Adult {
  const hours = chance.weighted([
    ['all', 6],
    ['mornings', 2],
    ['three days', 1],
    ['four days', 1],
  ] as const);
  const off = chance.shuffled(weekdays).slice(0, hours === 'three days' ? 2 : hours === 'four days' ? 1 : 0);
  const lunch = chance.happens(0.5) ? 0 : 1;
  const lunches = slots.filter(({ kind }) => kind === 'lunch');
  const there = slots.filter(
    (slot) =>
      !off.includes(slot.day) &&
      !(hours === 'mornings' && slot.from >= 750) &&
      lunches.filter(({ day }) => day === slot.day).indexOf(slot) !== lunch,
  );
  const minutes = there.reduce((sum, { from, until }) => sum + until - from, 0);
  return {
    staffId: staffNo(n),
    slotIds: new Set(there.map(({ slotId }) => slotId)),
    skills: new Set(skills.flatMap(([name, share]) => (chance.happens(share) ? [name] : []))),
    // Time for notes, meetings and going from room to room is not placed.
    minutes: Math.floor((minutes * 0.9) / 5) * 5,
    inARow: chance.weighted([
      [null, 5],
      [6, 3],
      [4, 2],
    ] as const),
    siteId:
      sites === 1
        ? null
        : chance.weighted([
            ['north', 3],
            ['south', 2],
          ] as const),
    avoids: new Set(),
    penceAnHour: chance.pick([1280, 1310, 1365, 1420]),
  };
}

type Making = {
  readonly chance: Chance;
  readonly slots: readonly Slot[];
  readonly adults: readonly Adult[];
  readonly pupils: number;
};

/** What a pupil must not miss leaves some of the day; the same for all pupils of a class. */
const startsOf = ({ chance, slots }: Making, kinds: readonly Slot['kind'][], share: number) =>
  slots.filter(({ kind }) => kinds.includes(kind)).filter(() => chance.happens(share));

function demandOf(making: Making, n: number, force: Force): Demand {
  const { chance, slots, adults } = making;
  const pupil = () => pupilNo(chance.whole(1, making.pupils));
  const skilled = (skill: string) => adults.filter((adult) => adult.skills.has(skill));
  const named = (count: number) =>
    new Set(
      chance
        .shuffled(adults)
        .slice(0, count)
        .map(({ staffId }) => staffId),
    );
  const common = { demandId: `d${n}`, force, only: null, need: chance.whole(1, 5), oncePerDay: true };
  const siteId = adults[0]?.siteId === null ? null : chance.pick(['north', 'south']);
  const ids = (list: readonly Slot[]) => new Set(list.map(({ slotId }) => slotId));
  switch (force) {
    case 'safety': {
      const kind = chance.pick(['lunch', 'break', 'before'] as const);
      return {
        ...common,
        pupilIds: [pupil()],
        times: 5,
        length: 1,
        startIds: ids(slots.filter((slot) => slot.kind === kind)),
        skills: new Set(['medical']),
        knows: named(2),
        siteId,
      };
    }
    case 'law': {
      const knows = named(3);
      const starts = startsOf(making, ['lesson'], 0.5);
      return {
        ...common,
        pupilIds: [pupil()],
        times: chance.whole(3, 5),
        length: chance.whole(1, 2),
        startIds: ids(starts),
        skills: new Set(),
        knows,
        only: chance.happens(0.15) ? knows : null,
        siteId,
      };
    }
    case 'intervention': {
      const skill = chance.weighted([
        ['phonics', 4],
        ['maths', 3],
        ['elsa', 2],
        ['lego', 1],
        ['sensory', 2],
      ] as const);
      const pupilIds = [...new Set(Array.from({ length: chance.whole(1, 6) }, pupil))];
      const knows = new Set(
        skilled(skill)
          .slice(0, 2)
          .map(({ staffId }) => staffId),
      );
      return {
        ...common,
        pupilIds,
        times: chance.whole(2, 4),
        length: 1,
        startIds: ids(startsOf(making, ['lesson'], 0.3)),
        skills: new Set([skill]),
        knows,
        siteId,
      };
    }
    case 'general': {
      const every = chance.whole(3, 6);
      const at = chance.whole(0, every - 1);
      const lessons = slots.filter(({ kind }) => kind === 'lesson');
      const daily = lessons.filter((_, index) => index % every === at);
      return {
        ...common,
        pupilIds: [],
        times: chance.whole(2, 5),
        length: chance.whole(1, 2),
        startIds: ids(daily),
        skills: new Set(),
        knows: named(2),
        siteId,
      };
    }
  }
}

/** A week of a school of some size: the same seed, the same week. */
export function makeWeek({ adults: staff, demands: count }: WeekSize, seed: number): Week {
  const chance = chanceFrom(seedFrom(seed, 'week', staff, count));
  const slots = slotsOf(staff >= 25);
  const sites = staff >= 60 ? 2 : 1;
  const adults = Array.from({ length: staff }, (_, at) => adultOf(chance, slots, at + 1, sites));
  const making = { chance, slots, adults, pupils: Math.round(count * 1.2) };
  const force = (): Force =>
    chance.weighted([
      ['safety', 1],
      ['law', 5],
      ['intervention', 7],
      ['general', 6],
    ] as const);
  const demands = Array.from({ length: count }, (_, at) => demandOf(making, at + 1, force()));
  return { slots, adults, demands: filled(making, demands), placements: [], travelMinutes: 15 };
}

/** Lets general help grow or shrink until the week is as tight as it should be. */
function filled({ slots, adults }: Making, demands: readonly Demand[]): readonly Demand[] {
  const lesson = slots.find(({ kind }) => kind === 'lesson');
  const minutes = lesson === undefined ? 30 : lesson.until - lesson.from;
  const target = tightness * adults.reduce((sum, adult) => sum + adult.minutes, 0);
  const list = [...demands];
  const asked = () => list.reduce((sum, { times, length }) => sum + times * length * minutes, 0);
  for (let turn = 0; turn < 12 * list.length && Math.abs(asked() - target) > minutes; turn += 1) {
    const at = turn % list.length;
    const demand = list[at];
    if (demand?.force === 'general') list[at] = asked() < target ? larger(demand) : smaller(demand);
  }
  return list;
}

/** Five times a week, then longer, then twice a day. */
function larger(demand: Demand): Demand {
  const { times, length, oncePerDay } = demand;
  if (times < 5 || (!oncePerDay && times < 10)) return { ...demand, times: times + 1 };
  return length < 3 ? { ...demand, length: length + 1 } : { ...demand, oncePerDay: false };
}

const smaller = (demand: Demand): Demand => {
  if (demand.times > 1) return { ...demand, times: demand.times - 1 };
  return demand.length > 1 ? { ...demand, length: demand.length - 1 } : demand;
};
