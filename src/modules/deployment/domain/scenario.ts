import { z } from 'zod';
import { PupilId, StaffId } from '../../../kernel/ids.ts';
import { type NamedDemand, startsOf } from './demand-facts.ts';
import type { FullWeek, NamedAdult } from './full-week.ts';
import { forces } from './week.ts';

/** What is otherwise in a scenario. Minutes and skills are of a week. */
export const ScenarioChange = z.discriminatedUnion('is', [
  z.object({ is: z.literal('hours'), staffId: StaffId, minutes: z.int() }),
  z.object({
    is: z.literal('adult'),
    staffId: StaffId,
    minutes: z.int(),
    skills: z.array(z.string()),
    penceAnHour: z.int().nullable(),
  }),
  z.object({
    is: z.literal('demand'),
    demandId: z.uuid(),
    pupilId: PupilId,
    title: z.string(),
    force: z.enum(forces),
    times: z.int(),
    length: z.int(),
    skills: z.array(z.string()),
    need: z.int(),
  }),
  z.object({ is: z.literal('cut_hours'), minutes: z.int() }),
  z.object({ is: z.literal('cut_pence'), penceAYear: z.int() }),
]);
export type ScenarioChange = z.output<typeof ScenarioChange>;

/** What somebody says of a scenario; null is as it is. */
export type ScenarioSaid = {
  readonly name: string;
  readonly hours: Omit<Of<'hours'>, 'is'> | null;
  readonly adult: Omit<Of<'adult'>, 'is' | 'staffId'> | null;
  readonly demand: Omit<Of<'demand'>, 'is' | 'demandId' | 'pupilId'> | null;
  readonly cutMinutes: number | null;
  readonly cutPence: number | null;
};
type Of<I extends ScenarioChange['is']> = Extract<ScenarioChange, { readonly is: I }>;

/** The weeks of a year in which somebody is paid where no contract says it: the school's own. */
export const usualWeeks = 39;

/** What an adult costs a year by the hours that can be placed; 0 where no rate is known. */
export const penceAYear = ({ minutes, penceAnHour, weeksAYear }: NamedAdult): number =>
  ((penceAnHour ?? 0) * minutes * (weeksAYear ?? usualWeeks)) / 60;

/**
 * The week with the changes of a scenario in it (rule place-8). Hours that somebody gains may lie at any time of the school day:
 * when they are best is a part of what is found. A cut is shared among all adults by their hours; one in pounds, among
 * those whose rate is known. Nobody is left with fewer than no hours.
 * 10 hours less of two adults with 30 and 20 hours: 24 and 16 are left.
 */
export const withChanges = (week: FullWeek, changes: readonly ScenarioChange[]): FullWeek =>
  changes.reduce(withChange, week);

function withChange(week: FullWeek, change: ScenarioChange): FullWeek {
  switch (change.is) {
    case 'hours':
      return { ...week, adults: week.adults.flatMap((adult) => longer(week, adult, change)) };
    case 'adult':
      return { ...week, adults: [...week.adults, newAdult(week, change)] };
    case 'demand':
      return withDemand(week, change);
    case 'cut_hours': {
      const all = week.adults.reduce((sum, { minutes }) => sum + minutes, 0);
      return cut(week, all === 0 ? 0 : change.minutes / all, () => true);
    }
    case 'cut_pence': {
      const all = week.adults.reduce((sum, adult) => sum + penceAYear(adult), 0);
      return cut(week, all === 0 ? 0 : change.penceAYear / all, ({ penceAnHour }) => penceAnHour !== null);
    }
  }
}

const allSlots = ({ slots }: FullWeek): ReadonlySet<string> => new Set(slots.map(({ slotId }) => slotId));

function longer(week: FullWeek, adult: NamedAdult, { staffId, minutes }: Of<'hours'>): readonly NamedAdult[] {
  if (adult.staffId !== staffId) return [adult];
  const left = adult.minutes + minutes;
  if (left <= 0) return [];
  return [{ ...adult, minutes: left, slotIds: minutes > 0 ? allSlots(week) : adult.slotIds }];
}

const newAdult = (week: FullWeek, { staffId, minutes, skills, penceAnHour }: Of<'adult'>): NamedAdult => ({
  ...{ staffId, minutes, penceAnHour, slotIds: allSlots(week), skills: new Set(skills) },
  ...{ name: 'Somebody new', post: '', personId: null, weeksAYear: null },
  ...{ inARow: null, siteId: null, avoids: new Set<PupilId>() },
});

function withDemand(week: FullWeek, change: Of<'demand'>): FullWeek {
  const { demandId, pupilId, title, force, times, length, skills, need } = change;
  const lessons = {
    ...{ length, weekdays: null, from: null, until: null, exact: null },
    kinds: ['lesson'] as const,
  };
  const demand: NamedDemand = {
    ...{ demandId, title, force, times, length, need, kind: 'one_to_one', pupilIds: [pupilId] },
    ...{ skills: new Set(skills), oncePerDay: times <= 5, startIds: startsOf(week.slots, lessons, []) },
    ...{ only: null, knows: new Set<StaffId>(), siteId: null, groupName: null, room: null, runId: null },
  };
  const named = { pupilId, forename: 'A new', surname: 'pupil', className: null };
  return {
    ...week,
    demands: [...week.demands, demand],
    pupils: new Map(week.pupils).set(pupilId, named),
  };
}

function cut(week: FullWeek, share: number, isMeant: (adult: NamedAdult) => boolean): FullWeek {
  const kept = Math.max(0, 1 - share);
  const adults = week.adults.map((adult) =>
    isMeant(adult) ? { ...adult, minutes: Math.round(adult.minutes * kept) } : adult,
  );
  return { ...week, adults: adults.filter(({ minutes }) => minutes > 0) };
}
