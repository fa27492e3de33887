import type { PupilId } from '../../../kernel/ids.ts';
import { sumPence } from '../../../kernel/money.ts';
import type { CostShare, FundingSource } from '../../provision/index.ts';
import type { Group, IncomeSource, LineFigures } from './budget.ts';

/** Which of the sources that provision is paid from an income is; a place is paid as a place and not by what is given. */
const paysFor: Readonly<Record<IncomeSource, FundingSource | 'place'>> = {
  notional_sen: 'notional_sen',
  top_up: 'top_up',
  ehc_place: 'top_up',
  unit_place: 'place',
  inclusive_mainstream: 'inclusive_mainstream',
  pupil_premium: 'pupil_premium',
  pupil_premium_plus: 'pupil_premium_plus',
  early_years: 'early_years',
  other: 'other',
};

/** `null`: no source is said of the provision. */
export type PictureSource = FundingSource | 'place' | null;

export type PictureRow = {
  readonly source: PictureSource;
  readonly income: number;
  readonly delivered: number;
  readonly toCome: number;
  /** Income less what is delivered and what is to come. */
  readonly left: number;
};

const isIncome = (kind: string): kind is IncomeSource => Object.hasOwn(paysFor, kind);

const rowOf = (source: PictureSource, income: number, shares: readonly CostShare[]): PictureRow => {
  const delivered = sumPence(shares.map(({ toDate }) => toDate));
  const toCome = sumPence(shares.map((share) => share.toCome));
  return { source, income, delivered, toCome, left: income - delivered - toCome };
};

export type Picture = { readonly rows: readonly PictureRow[]; readonly total: PictureRow };

/**
 * Income beside what provision costs, source by source (rule budget-7). Each penny of income and of cost stands in one row,
 * and the rows make the whole.
 */
export function pictureOf(groups: readonly Group[], shares: readonly CostShare[]): Picture {
  const income = new Map<PictureSource, number>();
  for (const { kind, figures } of groups) {
    if (!isIncome(kind)) continue;
    const source = paysFor[kind];
    income.set(source, (income.get(source) ?? 0) + figures.forecast);
  }
  const costs = Map.groupBy(shares, ({ source }): PictureSource => source);
  const sources = [...new Set([...income.keys(), ...costs.keys()])];
  const rows = sources
    .map((source) => rowOf(source, income.get(source) ?? 0, costs.get(source) ?? []))
    .filter((row) => row.income !== 0 || row.delivered + row.toCome > 0)
    .toSorted((one, other) => other.income - one.income);
  return { rows, total: rowOf(null, sumPence([...income.values()]), shares) };
}

export type PupilProof = {
  readonly pupilId: PupilId;
  readonly delivered: number;
  readonly toCome: number;
  readonly forecast: number;
  /** What the school meets itself, what is beyond, and what comes for the pupil. */
  readonly own: number;
  readonly beyond: number;
  readonly topUp: number;
};

/** What comes for each pupil as top-up or with a plan. */
export function topUpOf(groups: readonly Group[]): ReadonlyMap<PupilId, number> {
  const found = new Map<PupilId, number>();
  const lines: readonly LineFigures[] = groups.flatMap((group) => group.lines);
  for (const { pupilId, kind, figures } of lines)
    if (pupilId !== null && isIncome(kind) && paysFor[kind] === 'top_up')
      found.set(pupilId, (found.get(pupilId) ?? 0) + figures.forecast);
  return found;
}

/**
 * What each pupil's provision costs in a year against the first £6,000 (rule budget-8): what the school meets itself, what is
 * beyond it, and what comes for the pupil. Those who are funded by place are left out, with what theirs comes to.
 * School and Early Years Finance regulations; statutory.md 4.1. £7,250 → £6,000 own, £1,250 beyond.
 */
export function proofOf(
  shares: readonly CostShare[],
  given: {
    readonly thresholdPence: number;
    readonly topUps: ReadonlyMap<PupilId, number>;
    readonly byPlace: ReadonlySet<PupilId>;
  },
): { readonly pupils: readonly PupilProof[]; readonly elsewhere: number } {
  const { thresholdPence, topUps, byPlace } = given;
  const sums = new Map<PupilId, { delivered: number; toCome: number }>();
  for (const pupilId of topUps.keys())
    if (!byPlace.has(pupilId)) sums.set(pupilId, { delivered: 0, toCome: 0 });
  let elsewhere = 0;
  for (const { pupilId, toDate, toCome } of shares) {
    if (pupilId === null || byPlace.has(pupilId)) {
      elsewhere += toDate + toCome;
      continue;
    }
    const sum = sums.get(pupilId) ?? { delivered: 0, toCome: 0 };
    sums.set(pupilId, { delivered: sum.delivered + toDate, toCome: sum.toCome + toCome });
  }
  const pupils = [...sums].map(([pupilId, { delivered, toCome }]): PupilProof => {
    const forecast = delivered + toCome;
    const own = Math.min(forecast, thresholdPence);
    return {
      pupilId,
      delivered,
      toCome,
      forecast,
      own,
      beyond: forecast - own,
      topUp: topUps.get(pupilId) ?? 0,
    };
  });
  return { pupils: pupils.toSorted((one, other) => other.forecast - one.forecast), elsewhere };
}
