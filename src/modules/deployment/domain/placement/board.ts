import type { PupilId, StaffId } from '#src/kernel/ids.ts';
import type { Adult, Demand, Placement, Week } from '../week.ts';
import { siteOf } from './check.ts';
import { type Days, daysOf, type Run, runFrom } from './runs.ts';

/** A placement that could be made, with what it takes. */
export type Option = {
  readonly demand: Demand;
  readonly adult: Adult;
  readonly slotId: string;
  readonly run: Run;
  readonly site: string | null;
};

/** A week laid out for looking up, with all that could be placed if nothing else were. */
export type Board = {
  readonly week: Week;
  readonly days: Days;
  readonly adults: ReadonlyMap<StaffId, Adult>;
  readonly demands: ReadonlyMap<string, Demand>;
  /** The minutes that one time of a demand takes. */
  readonly minutesEach: ReadonlyMap<string, number>;
};

/** Lays a week out. */
export function boardOf(week: Week): Board {
  const days = daysOf(week.slots);
  return {
    week,
    days,
    adults: new Map(week.adults.map((adult) => [adult.staffId, adult])),
    demands: new Map(week.demands.map((demand) => [demand.demandId, demand])),
    minutesEach: new Map(week.demands.map((demand) => [demand.demandId, minutesOf(demand, week, days)])),
  };
}

/** The least that one time takes where it may begin; of help longer than the day, its slots at the length of the shortest. */
function minutesOf({ startIds, length }: Demand, { slots }: Week, days: Days): number {
  const runs = [...startIds].flatMap((slotId) => runFrom(days, slotId, length)?.minutes ?? []);
  if (runs.length > 0) return Math.min(...runs);
  const shortest = Math.min(...slots.map(({ from, until }) => until - from));
  return Number.isFinite(shortest) ? shortest * length : 0;
}

/** Whether an adult may give a demand at all, whenever it is. */
export const isSuited = ({ only, skills, pupilIds }: Demand, adult: Adult): boolean =>
  (only === null || only.has(adult.staffId)) &&
  [...skills].every((skill) => adult.skills.has(skill)) &&
  !pupilIds.some((pupilId) => adult.avoids.has(pupilId));

export const isThere = (adult: Adult, { slotIds }: Run): boolean =>
  slotIds.every((slotId) => adult.slotIds.has(slotId));

/** Every time and adult that a demand could have if nothing else were placed. */
export function optionsOf({ week, days }: Board, demand: Demand): readonly Option[] {
  const suited = week.adults.filter((adult) => isSuited(demand, adult));
  return [...demand.startIds].flatMap((slotId) => {
    const run = runFrom(days, slotId, demand.length);
    if (run === null) return [];
    return suited
      .filter((adult) => isThere(adult, run) && run.minutes <= adult.minutes)
      .map((adult) => ({ demand, adult, slotId, run, site: siteOf(demand, adult) }));
  });
}

/** What a placement takes; null where what it points at is gone. */
export function optionOf({ days, adults, demands }: Board, placement: Placement): Option | null {
  const { slotId } = placement;
  const adult = adults.get(placement.staffId);
  const demand = demands.get(placement.demandId);
  if (adult === undefined || demand === undefined) return null;
  const run = runFrom(days, slotId, demand.length);
  return run === null ? null : { demand, adult, slotId, run, site: siteOf(demand, adult) };
}

export const placementOf = ({ demand, adult, slotId }: Option, isPinned = false): Placement => ({
  demandId: demand.demandId,
  slotId,
  staffId: adult.staffId,
  isPinned,
});

/** `d1 1.2 …`: the same for the same help at the same time by the same adult. */
export const keyOf = ({ demandId, slotId, staffId }: Omit<Placement, 'isPinned'>): string =>
  `${demandId} ${slotId} ${staffId}`;

/** The pupils of a demand, each once. */
export const pupilsOf = ({ pupilIds }: Demand): readonly PupilId[] => [...new Set(pupilIds)];
