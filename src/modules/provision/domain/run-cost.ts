import type { SchoolDate } from '../../../kernel/dates.ts';
import type { PupilId } from '../../../kernel/ids.ts';
import {
  adultPence,
  bearersOf,
  bearersOn,
  bySource,
  type Cost,
  type FundingShare,
  noCost,
  shareAmong,
  sharesOn,
  sumCosts,
} from './cost.ts';
import { type Charge, type FundingSource, holdsOn, type RunPupil } from './run.ts';
import type { SessionPupil } from './session.ts';

/** What costs were made of: sessions held with what was stored, sessions to come with the rates of today, and other costs. */
export type RunCosts = {
  readonly charge: Charge;
  readonly spells: readonly RunPupil[];
  readonly held: readonly {
    readonly on: SchoolDate;
    readonly pupils: readonly SessionPupil[];
    readonly adults: readonly { readonly minutes: number; readonly pence: number | null }[];
  }[];
  readonly coming: readonly {
    readonly on: SchoolDate;
    readonly adults: readonly { readonly minutes: number; readonly pencePerHour: number | null }[];
  }[];
  readonly others: readonly { readonly on: SchoolDate; readonly pence: number }[];
  readonly shares: readonly (FundingShare & { readonly fromOn: SchoolDate })[];
  readonly today: SchoolDate;
};

type Both = { readonly toDate: number; readonly toCome: number };

/** What a run costs until today and from now on, by pupil and by source of money. Each adds up to the whole. */
export type CostOfRun = {
  readonly toDate: Cost;
  readonly toCome: Cost;
  readonly byPupil: ReadonlyMap<PupilId, Both>;
  readonly bySource: ReadonlyMap<FundingSource | null, Both>;
};

type Item = {
  readonly on: SchoolDate;
  readonly cost: Cost;
  readonly bearers: readonly PupilId[];
  readonly isPast: boolean;
};

const unrated = (minutes: number): Cost => ({ pence: 0, unratedMinutes: minutes });
const paid = (pence: number): Cost => ({ pence, unratedMinutes: 0 });

function itemsOf({ charge, spells, held, coming, others, today }: RunCosts): readonly Item[] {
  const markedOn = (on: SchoolDate) =>
    new Set(spells.filter((spell) => spell.bearsCost && holdsOn(spell, on)).map(({ pupilId }) => pupilId));
  return [
    ...held.map(({ on, pupils, adults }) => ({
      on,
      cost: sumCosts(adults.map(({ minutes, pence }) => (pence === null ? unrated(minutes) : paid(pence)))),
      bearers: bearersOf(charge, pupils, markedOn(on)),
      isPast: true,
    })),
    ...coming.map(({ on, adults }) => ({
      on,
      cost: sumCosts(
        adults.map(({ minutes, pencePerHour }) =>
          pencePerHour === null ? unrated(minutes) : paid(adultPence(minutes, pencePerHour)),
        ),
      ),
      bearers: bearersOn(charge, spells, on),
      isPast: false,
    })),
    ...others.map(({ on, pence }) => ({
      on,
      cost: paid(pence),
      bearers: bearersOn(charge, spells, on),
      isPast: on <= today,
    })),
  ];
}

function grow<K>(into: Map<K, Both>, key: K, pence: number, isPast: boolean): void {
  const was = into.get(key) ?? { toDate: 0, toCome: 0 };
  into.set(key, isPast ? { ...was, toDate: was.toDate + pence } : { ...was, toCome: was.toCome + pence });
}

/** Costs a run (rules prov-4 to prov-6): every penny is borne by one pupil and one source. */
export function costOfRun(costs: RunCosts): CostOfRun {
  const items = itemsOf(costs);
  const byPupil = new Map<PupilId, Both>();
  const sources = new Map<FundingSource | null, Both>();
  for (const { on, cost, bearers, isPast } of items) {
    for (const [pupilId, pence] of shareAmong(cost.pence, bearers)) grow(byPupil, pupilId, pence, isPast);
    for (const [source, pence] of bySource(cost.pence, sharesOn(costs.shares, on)))
      grow(sources, source, pence, isPast);
  }
  const sum = (isPast: boolean) =>
    sumCosts([noCost, ...items.filter((item) => item.isPast === isPast).map(({ cost }) => cost)]);
  return { toDate: sum(true), toCome: sum(false), byPupil, bySource: sources };
}
