import type { PupilId } from '#src/kernel/ids.ts';
import { forceWords } from '../domain/demand-facts.ts';
import {
  type AdultTime,
  adultTimes,
  type PartTime,
  type PupilTime,
  pupilTimes,
  timeByForce,
  timeByFunding,
  timeByMark,
} from '../domain/insight/time-figures.ts';
import type { Time } from '../queries/get-time-world.ts';

export type TimeShown = {
  readonly pupils: readonly PupilTime[];
  readonly adults: readonly AdultTime[];
  readonly parts: readonly { readonly title: string; readonly rows: readonly PartTime[] }[];
};

/** The figures of the page and of the file. */
export function timeShown(world: Time): TimeShown {
  const need = (pupilId: PupilId) => world.facts.get(pupilId)?.need ?? 'No need recorded';
  const classOf = (pupilId: PupilId) => world.week.pupils.get(pupilId)?.className ?? 'No class';
  return {
    pupils: pupilTimes(world),
    adults: adultTimes(world),
    parts: [
      { title: 'By force', rows: timeByForce(world, forceWords) },
      { title: 'By first need', rows: timeByMark(world, need) },
      { title: 'By class', rows: timeByMark(world, classOf, (name) => name) },
      { title: 'By source of money', rows: timeByFunding(world, world.sharesOf) },
    ],
  };
}

export const pupilsShown = ({ pupils }: TimeShown): readonly PupilId[] =>
  pupils.map(({ pupilId }) => pupilId);

/** 90 → 1.5: hours with one decimal, as a figure of a table. */
export const hours = (minutes: number): string => (minutes / 60).toFixed(1);

/** Per cent of a whole; null where the whole is nothing. */
export const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((100 * part) / whole);
