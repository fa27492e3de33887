import type { PupilId } from '#src/kernel/ids.ts';
import { clockOf } from '../domain/clock-times.ts';
import type { NamedDemand } from '../domain/demand-facts.ts';
import { type FullWeek, placementKey } from '../domain/full-week.ts';
import { slotsTaken } from '../domain/try-place.ts';
import type { Placement, Slot } from '../domain/week.ts';

export const dayNames = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
export const dayShort = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const;

/** Said wherever somebody else changed the record in the meantime. */
export const staleWords =
  'Somebody changed this while you were writing. Nothing was overwritten: look at what stands now and do it again if yours is right';

export const slotWords = ({ day, from, until }: Pick<Slot, 'day' | 'from' | 'until'>): string =>
  `${dayShort[day]} ${clockOf(from)} to ${clockOf(until)}`;

export const pupilName = (week: FullWeek, pupilId: PupilId): string => {
  const found = week.pupils.get(pupilId);
  return found === undefined ? 'A pupil whose name you may not see' : `${found.forename} ${found.surname}`;
};

/** Whom a demand is for: one pupil or two by name, a class, more as a number. */
export function forWhom(week: FullWeek, { pupilIds, groupName }: NamedDemand): string {
  if (pupilIds.length === 0) return groupName ?? '';
  return pupilIds.length > 2
    ? `${pupilIds.length} pupils`
    : pupilIds.map((pupilId) => pupilName(week, pupilId)).join(', ');
}

/** `2 × a week, 3 in a row` */
export const dose = ({ times, length }: NamedDemand): string =>
  `${times} × a week${length === 1 ? '' : `, ${length} periods each`}`;

/** A placement with all that the page says of it. */
export type Shown = {
  readonly key: string;
  readonly placement: Placement;
  readonly demand: NamedDemand;
  readonly slots: readonly Slot[];
  readonly adultName: string;
};

/** What is placed, in the order of the week. */
export function shownOf(week: FullWeek): readonly Shown[] {
  const demands = new Map(week.demands.map((demand) => [demand.demandId, demand]));
  const adults = new Map(week.adults.map(({ staffId, name }) => [staffId, name]));
  return week.placements
    .flatMap((placement) => {
      const demand = demands.get(placement.demandId);
      const slots = slotsTaken(week, placement);
      return demand === undefined || slots.length === 0
        ? []
        : [
            {
              key: placementKey(placement),
              placement,
              demand,
              slots,
              adultName: adults.get(placement.staffId) ?? '',
            },
          ];
    })
    .toSorted((one, other) => startOf(one) - startOf(other));
}

const startOf = ({ slots: [first] }: Shown): number => (first?.day ?? 0) * 1440 + (first?.from ?? 0);

/** `Tue 9.30 to 10.00` */
export const whenOf = ({ slots }: Shown): string => {
  const [first, last] = [slots[0], slots.at(-1)];
  return first === undefined || last === undefined ? '' : slotWords({ ...first, until: last.until });
};

/** 90 → 1.5 h: hours of a week, to a tenth. */
export const hoursWords = (minutes: number): string => `${Math.round(minutes / 6) / 10} h`;
