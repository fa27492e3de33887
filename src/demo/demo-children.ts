import type { Chance } from './demo-chance.ts';
import { backToWeekday, dateFrom, dayOf } from './demo-days.ts';
import { type Family, forenameIn, makeFamily } from './demo-families.ts';
import { surnameFor } from './demo-names.ts';
import type { SchoolPlan } from './demo-plans.ts';

/** A child on the roll, before anything but family, year and entry is known. Days are numbers. */
export type Child = {
  readonly number: number;
  readonly family: Family;
  readonly yearGroup: string;
  /** Place of the year group: Reception 0, Year 1 1, … */
  readonly stage: number;
  readonly sex: 'M' | 'F';
  readonly born: number;
  readonly entered: number;
  readonly forename: string;
  readonly surname: string;
};

/** Reception is stage 0. */
export const stageOf = (yearGroup: string): number => (yearGroup === 'R' ? 0 : Number(yearGroup));
export const yearGroupOf = (stage: number): string => (stage === 0 ? 'R' : String(stage));

/** The number of pupils in each year group; the sum is exact. A sixth form is a third of a year below it. */
export function pupilsByYear(
  chance: Chance,
  plan: SchoolPlan,
): readonly { yearGroup: string; pupils: number }[] {
  const weights = plan.yearGroups.map((yearGroup) => {
    if (stageOf(yearGroup) >= 12) return 0.33;
    return plan.phase === 'alternative' ? stageOf(yearGroup) ** 2 : chance.normal(1, 0.02);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let reached = 0;
  let given = 0;
  return plan.yearGroups.map((yearGroup, index) => {
    reached += ((weights[index] ?? 0) / total) * plan.pupils;
    const pupils = Math.round(reached) - given;
    given += pupils;
    return { yearGroup, pupils };
  });
}

type Seat = { readonly yearGroup: string; readonly stage: number };

/** A birthday that fits the year group; for a few a year older or younger than the class. */
function birthday(chance: Chance, stage: number, firstYear: number): number {
  const shift = chance.weighted([
    [0, 993],
    [1, 5],
    [-1, 2],
  ] as const);
  const from = dayOf(firstYear - stage - 5 - shift, '09-01');
  const until = dayOf(firstYear - stage - 4 - shift, '08-31');
  return chance.whole(from, until);
}

const shortestBetweenBirths = 300;
const areApart = (one: number, other: number): boolean =>
  one === other || Math.abs(one - other) >= shortestBetweenBirths;

/** A birthday at least ten months from those of the brothers and sisters, or null after some tries. */
function siblingBirthday(
  chance: Chance,
  seat: Seat,
  given: { firstYear: number; births: readonly number[] },
): number | null {
  for (let tries = 0; tries < 12; tries++) {
    const born = birthday(chance, seat.stage, given.firstYear);
    if (given.births.every((birth) => birth !== born && areApart(birth, born))) return born;
  }
  return null;
}

/** Back to a Friday from a weekend, and to June from August. */
const outsideAugust = (day: number): number =>
  backToWeekday(dateFrom(day).slice(5, 7) === '08' ? day - 62 : day);

/** When the child came: with the year at the start of the phase, or later on a day of some term. */
function entryOf(
  chance: Chance,
  plan: SchoolPlan,
  given: { stage: number; firstYear: number; today: number },
): number {
  const { stage, firstYear, today } = given;
  if (plan.phase === 'alternative') return outsideAugust(today - chance.whole(20, 420));
  const firstStage = stageOf(plan.yearGroups[0] ?? 'R');
  const start = dayOf(firstYear - (stage - firstStage), '09-01');
  const isLate = chance.happens(plan.phase === 'primary' ? 0.2 : 0.11);
  if (!isLate || today - start < 60) return Math.min(start, today);
  const late = chance.whole(start + 30, today - 14);
  return outsideAugust(late);
}

type Filling = {
  readonly plan: SchoolPlan;
  readonly firstYear: number;
  readonly today: number;
  readonly seats: Map<string, number>;
};

const takeSeat = (filling: Filling, yearGroup: string): Seat => {
  filling.seats.set(yearGroup, (filling.seats.get(yearGroup) ?? 0) - 1);
  return { yearGroup, stage: stageOf(yearGroup) };
};

const someSeat = (chance: Chance, filling: Filling): Seat | null => {
  const free = [...filling.seats].filter(([, left]) => left > 0);
  return free.length === 0 ? null : takeSeat(filling, chance.weighted(free));
};

/** How many children of a family are at one school. */
const childrenAtSchool = {
  primary: [
    [1, 64],
    [2, 29],
    [3, 7],
  ],
  secondary: [
    [1, 76],
    [2, 21],
    [3, 3],
  ],
  alternative: [
    [1, 97],
    [2, 3],
  ],
} as const;

/** The births of a family's children with their seats; twins have one birthday and one year group. */
function birthsOf(chance: Chance, filling: Filling, first: Seat): readonly { seat: Seat; born: number }[] {
  const { firstYear } = filling;
  const wanted = chance.weighted<number>(childrenAtSchool[filling.plan.phase]);
  const found = [{ seat: first, born: birthday(chance, first.stage, firstYear) }];
  while (found.length < wanted) {
    if (chance.happens(0.05) && (filling.seats.get(first.yearGroup) ?? 0) > 0) {
      found.push({ seat: takeSeat(filling, first.yearGroup), born: found[0]?.born ?? 0 });
      continue;
    }
    const seat = someSeat(chance, filling);
    const births = found.map(({ born }) => born);
    const born = seat === null ? null : siblingBirthday(chance, seat, { firstYear, births });
    if (seat === null || born === null) {
      if (seat !== null) filling.seats.set(seat.yearGroup, (filling.seats.get(seat.yearGroup) ?? 0) + 1);
      break;
    }
    found.push({ seat, born });
  }
  return found;
}

const boysShare = { primary: 0.51, secondary: 0.51, alternative: 0.7 } as const;

/** Fills every seat of the school, family by family. The order is that in which families were made. */
export function makeChildren(
  chance: Chance,
  plan: SchoolPlan,
  given: { firstYear: number; today: number },
): readonly Child[] {
  const seats = new Map(pupilsByYear(chance, plan).map(({ yearGroup, pupils }) => [yearGroup, pupils]));
  const filling: Filling = { plan, ...given, seats };
  const children: Child[] = [];
  for (
    let first = someSeat(chance, filling), number = 1;
    first !== null;
    first = someSeat(chance, filling), number++
  ) {
    const family = makeFamily(chance, plan, { number, today: given.today });
    const taken: string[] = [];
    for (const { seat, born } of birthsOf(chance, filling, first)) {
      const sex = chance.happens(boysShare[plan.phase]) ? 'M' : 'F';
      const forename = forenameIn(chance, family, { sex, taken });
      taken.push(forename);
      children.push({
        number: children.length + 1,
        family,
        ...seat,
        sex,
        born,
        entered: entryOf(chance, plan, { stage: seat.stage, ...given }),
        forename,
        surname: surnameFor(family.culture, family.surname, sex),
      });
    }
  }
  return children;
}
