import { addDays, type SchoolDate } from '#src/kernel/dates.ts';

/** What holds from one day until another, both included; without an end it goes on. */
export type Dated = { readonly fromOn: SchoolDate; readonly untilOn: SchoolDate | null };

export const holdsOn = (dated: Dated, on: SchoolDate): boolean =>
  dated.fromOn <= on && (dated.untilOn === null || dated.untilOn >= on);

/** What a new fact does to those that are there. */
export type Succession<D extends Dated> = {
  /** Ends the day before the new one begins. */
  readonly toEnd: { readonly fact: D; readonly untilOn: SchoolDate } | null;
  /** Began on the same day: the new one takes its place. */
  readonly toWithdraw: D | null;
};

/**
 * How a fact that begins on `fromOn` follows those that are there: the one that holds then ends the day before;
 * one that begins on that very day was an entry to correct. Null when a later one is already there, since an
 * order nobody can see would decide. Rate from 1 Sep, new rate from 1 Apr → the first ends on 31 Mar.
 */
export function succession<D extends Dated>(present: readonly D[], fromOn: SchoolDate): Succession<D> | null {
  if (present.some((fact) => fact.fromOn > fromOn)) return null;
  const toWithdraw = present.find((fact) => fact.fromOn === fromOn) ?? null;
  const running = present.find((fact) => fact.fromOn < fromOn && holdsOn(fact, fromOn));
  return {
    toEnd: running === undefined ? null : { fact: running, untilOn: addDays(fromOn, -1) },
    toWithdraw,
  };
}
