import { z } from 'zod';
import type { Actor } from '#src/kernel/access.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { dayInAddress } from '#src/kernel/day-in-address.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { getSchool } from '#src/modules/school/index.ts';
import {
  type CensusDay,
  type CensusSeason,
  censusDayOn,
  lastCensusDay,
  nextCensusDay,
} from '#src/modules/statutory/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Census, takeCensus } from '../domain/census.ts';
import { placesOffered } from '../domain/special-places.ts';
import { listCensusPupils } from '../queries/list-census-pupils.ts';

/** `?on=2027-01-21`, or the three boxes of the form; what is no day is left out. */
export const CensusSearch = z
  .record(z.string(), z.unknown())
  .transform((given) => ({ on: dayInAddress(given, 'on') }));

export const seasonWords: Readonly<Record<CensusSeason, string>> = {
  autumn: 'Autumn census',
  spring: 'Spring census',
  summer: 'Summer census',
};

export type CensusView = {
  readonly day: CensusDay;
  readonly last: CensusDay;
  readonly next: CensusDay;
  /** The day follows from the rule, and is not one that somebody chose. */
  readonly isByRule: boolean;
  readonly isAhead: boolean;
  readonly census: Census;
};

/** What would be returned on a day, for those who see the whole school; null for everybody else. */
export async function loadCensus(
  tx: Tx,
  actor: Actor,
  on: SchoolDate | undefined,
): Promise<CensusView | null> {
  if (!seesCensus(actor)) return null;
  const { today } = tx.scope;
  const [last, next] = [lastCensusDay(today), nextCensusDay(today)];
  const known = on === undefined ? next : [last, next].find((one) => one.on === on);
  const day = known ?? censusDayOn(on ?? next.on);
  const { collectsNeeds } = day;
  const offered = placesOffered(await getSchool(tx));
  const pupils = await listCensusPupils(tx, day.on);
  return {
    day,
    last,
    next,
    isByRule: known !== undefined,
    isAhead: day.on > today,
    census: takeCensus(pupils, { on: day.on, collectsNeeds, offered }),
  };
}

/** A return is made of everybody: half a school would be an untruth. */
export const seesCensus = (actor: Actor): boolean => actor.reach === 'school' && actor.sees.includes('staff');

export const pupilsOfCensus = ({ census }: CensusView): readonly PupilId[] =>
  census.lines.map((line) => line.pupilId);
