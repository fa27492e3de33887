import { addDays, type SchoolDate } from '../../../kernel/dates.ts';

/** A fact of one kind as it is held; `until` null while it lasts. Facts of one kind never overlap. */
export type HeldFact = {
  readonly id: string;
  readonly value: string;
  readonly from: SchoolDate;
  readonly until: SchoolDate | null;
};

/** What a person or a file says: from this day it is so; null, it is so no more. */
export type ToldFact = { readonly value: string | null; readonly from: SchoolDate };

/** What has to be written for it. The places are in the order in which the database takes them. */
export type FactPlan = {
  readonly before: string | null;
  /** Facts that never held: what was said of the same days since then stands instead. */
  readonly withdraw: readonly string[];
  /** A fact that ends the day before. */
  readonly close: { readonly id: string; readonly until: SchoolDate } | null;
  readonly open: { readonly from: SchoolDate; readonly until: SchoolDate | null } | null;
};

const holdsOn = (fact: HeldFact, day: SchoolDate): boolean =>
  fact.from <= day && (fact.until === null || fact.until >= day);

/**
 * What follows from a new word about one kind of fact; null when it is held already. The day asked is today, or
 * the told day if that is to come: what held then is closed the day before the told day, and what began on that
 * day or since is withdrawn. A change already planned for later stays, and ends the new fact.
 */
export function planFact(held: readonly HeldFact[], told: ToldFact, today: SchoolDate): FactPlan | null {
  const day = told.from > today ? told.from : today;
  const now = held.find((fact) => holdsOn(fact, day)) ?? null;
  if ((now?.value ?? null) === told.value) return null;
  const touched = held.filter((fact) => fact.from <= day && (fact.until === null || fact.until >= told.from));
  const closed = touched.find((fact) => fact.from < told.from);
  const later = held.map((fact) => fact.from).filter((from) => from > day);
  const planned = later.toSorted()[0];
  const until = planned === undefined ? null : addDays(planned, -1);
  return {
    before: now?.value ?? null,
    withdraw: touched.filter((fact) => fact.from >= told.from).map((fact) => fact.id),
    close: closed === undefined ? null : { id: closed.id, until: addDays(told.from, -1) },
    open: told.value === null ? null : { from: told.from, until },
  };
}
