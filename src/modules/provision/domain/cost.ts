import type { SchoolDate } from '../../../kernel/dates.ts';
import type { PupilId } from '../../../kernel/ids.ts';
import { splitPence } from '../../../kernel/money.ts';
import type { Charge, FundingSource, RunPupil } from './run.ts';
import { holdsOn } from './run.ts';
import type { SessionPupil } from './session.ts';

/** Money, and the minutes of adults of which no rate is known: a sum that leaves something out says so. */
export type Cost = { readonly pence: number; readonly unratedMinutes: number };

export const noCost: Cost = { pence: 0, unratedMinutes: 0 };

/** Adds costs: what stands above is the sum of what stands below. */
export const sumCosts = (costs: readonly Cost[]): Cost => ({
  pence: costs.reduce((sum, cost) => sum + cost.pence, 0),
  unratedMinutes: costs.reduce((sum, cost) => sum + cost.unratedMinutes, 0),
});

/**
 * What an adult's time costs (rule prov-4): `minutes × pence an hour ÷ 60`, to the nearest penny, a half upwards.
 * statutory.md 4.3. 30 minutes at £17.20 an hour → £8.60; 20 minutes → £5.73.
 */
export const adultPence = (minutes: number, pencePerHour: number): number =>
  Math.floor((minutes * pencePerHour + 30) / 60);

/** As `splitPence`, in equal parts to those named; in the order of their ids, so that it does not depend on how they came. */
export function shareAmong<K extends string>(pence: number, ids: readonly K[]): ReadonlyMap<K, number> {
  const order = [...new Set(ids)].toSorted();
  if (order.length === 0) return new Map();
  const parts = splitPence(
    pence,
    order.map(() => 1),
  );
  return new Map(order.map((id, at) => [id, parts[at] ?? 0]));
}

type Bearing = Pick<RunPupil, 'pupilId' | 'bearsCost' | 'fromOn' | 'untilOn'>;

const first = <K>(...lists: readonly (readonly K[])[]): readonly K[] =>
  lists.find((list) => list.length > 0) ?? [];

/**
 * Who bears what a session cost (rule prov-5). A shared run: the pupils who were there. A run charged to one: those marked
 * to bear it. Where none of these was there, all who were due; so that what was spent is always borne by somebody.
 */
export function bearersOf(
  charge: Charge,
  pupils: readonly Pick<SessionPupil, 'pupilId' | 'state'>[],
  marked: ReadonlySet<PupilId>,
): readonly PupilId[] {
  const due = pupils.map(({ pupilId }) => pupilId);
  const there = pupils.filter(({ state }) => state === 'present').map(({ pupilId }) => pupilId);
  return charge === 'one'
    ? first(
        due.filter((pupilId) => marked.has(pupilId)),
        there,
        due,
      )
    : first(there, due);
}

/**
 * Who bears what a run costs on a day apart from its sessions, and what a session that is to come will cost: those in it on
 * that day, of a run charged to one the marked; where nobody is in it then, whoever was in it at all.
 */
export function bearersOn(charge: Charge, spells: readonly Bearing[], on: SchoolDate): readonly PupilId[] {
  const idsOf = (some: readonly Bearing[]) => [...new Set(some.map(({ pupilId }) => pupilId))];
  const then = spells.filter((spell) => holdsOn(spell, on));
  const marked = (some: readonly Bearing[]) => some.filter(({ bearsCost }) => bearsCost);
  return charge === 'one'
    ? first(idsOf(marked(then)), idsOf(then), idsOf(marked(spells)), idsOf(spells))
    : first(idsOf(then), idsOf(spells));
}

export type FundingShare = { readonly source: FundingSource; readonly basisPoints: number };

/** Which source pays how many pence of a cost (rule prov-6). Shares make 10000; without any, the source is not said: null. */
export function bySource(
  pence: number,
  shares: readonly FundingShare[],
): ReadonlyMap<FundingSource | null, number> {
  if (shares.length === 0) return new Map([[null, pence]]);
  const parts = splitPence(
    pence,
    shares.map(({ basisPoints }) => basisPoints),
  );
  return new Map(shares.map(({ source }, at) => [source, parts[at] ?? 0]));
}

/** The shares that hold on a day: those of the newest `fromOn` until then. */
export function sharesOn(
  shares: readonly (FundingShare & { readonly fromOn: SchoolDate })[],
  on: SchoolDate,
): readonly FundingShare[] {
  const newest = shares
    .map(({ fromOn }) => fromOn)
    .filter((fromOn) => fromOn <= on)
    .toSorted()
    .at(-1);
  return shares.filter(({ fromOn, basisPoints }) => fromOn === newest && basisPoints > 0);
}

/** The additional cost a year that a school is to meet of its own budget for a pupil, in pence. */
export const schoolsOwnPartPence = 600_000;

/**
 * What a pupil's provision costs against the first £6,000 (rule prov-7). School and Early Years Finance regulations;
 * statutory.md 4.1. £7,250 → within 600000, beyond 125000.
 */
export const againstOwnPart = (pence: number): { readonly within: number; readonly beyond: number } => ({
  within: Math.min(pence, schoolsOwnPartPence),
  beyond: Math.max(0, pence - schoolsOwnPartPence),
});
