import type { SchoolDate } from '../../../kernel/dates.ts';
import type { Spell } from './run.ts';

/** A place in somebody's week: of a run, or a lesson. */
export type Busy = Spell & {
  readonly weekday: number;
  /** `09:30`; null where no time is set: then nothing can be said of a clash. */
  readonly startsAt: string | null;
  readonly minutes: number;
  /** What it is: the run's name, or the lesson. */
  readonly what: string;
};

/** Two things that one person cannot do at once, and the first day on which both hold. */
export type Clash = { readonly wanted: Busy; readonly held: Busy; readonly firstOn: SchoolDate };

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const timesMeet = (one: Busy, other: Busy): boolean => {
  if (one.weekday !== other.weekday || one.startsAt === null || other.startsAt === null) return false;
  const [from, otherFrom] = [minuteOf(one.startsAt), minuteOf(other.startsAt)];
  return from < otherFrom + other.minutes && otherFrom < from + one.minutes;
};

const firstShared = (one: Spell, other: Spell): SchoolDate | null => {
  const from = one.fromOn > other.fromOn ? one.fromOn : other.fromOn;
  const ends = [one.untilOn, other.untilOn].filter((end) => end !== null);
  return ends.every((end) => from <= end) ? from : null;
};

/**
 * Where what somebody is wanted for meets what they do already (rule prov-8): the same weekday, times that overlap by a
 * minute at least, and dates that do. One that ends at 9.30 and one that begins then do not clash.
 */
export function clashesBetween(wanted: readonly Busy[], held: readonly Busy[]): readonly Clash[] {
  return wanted.flatMap((one) =>
    held.flatMap((other) => {
      const firstOn = timesMeet(one, other) ? firstShared(one, other) : null;
      return firstOn === null ? [] : [{ wanted: one, held: other, firstOn }];
    }),
  );
}
