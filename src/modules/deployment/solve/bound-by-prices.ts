import { planOf } from './own-plan.ts';
import type { PricedWeek, Start } from './priced-week.ts';

type Asked = {
  /** What a timetable reaches already: no bound is below it. */
  readonly reached: number;
  /** Asked once a turn, with the bound so far. */
  readonly isOver: (bound: number) => boolean;
};

/** So many turns without a lower bound, and the steps become shorter. */
const mostStill = 20;
const shorter = 0.6;
/** Steps shorter than this bring nothing more. */
const shortest = 0.002;
/** Minutes are counted in so many at once, to be of a size with the other limits. */
const minutesAtOnce = 30;

/**
 * A bound by Lagrangean relaxation: each limit that adults share has a price instead, each adult then plans alone as well as can
 * be, and whatever the prices are, no timetable is worth more than what comes of that and the limits' own worth. The prices
 * follow what is asked too much or too little (subgradient steps after Polyak).
 */
export function boundByPrices(week: PricedWeek, { reached, isOver }: Asked): number {
  const { limits, starts, adults } = week;
  const prices = firstPrices(week);
  const rates = new Float64Array(adults.length);
  let best = Number.POSITIVE_INFINITY;
  let pace = 1;
  let still = 0;
  while (pace > shortest && !isOver(best)) {
    const values = Float64Array.from(starts, (start) => valueAt(start, prices));
    const over = Float64Array.from(limits, ({ most }) => -most);
    const overRate = new Float64Array(adults.length);
    let bound = limits.reduce((sum, { most }, at) => sum + (prices[at] ?? 0) * most, 0);
    for (const [at, adult] of adults.entries()) {
      const rate = rates[at] ?? 0;
      const plan = planOf(adult, values, rate);
      bound += plan.value + rate * adult.minutes;
      overRate[at] = (plan.minutes - adult.minutes) / minutesAtOnce;
      for (const start of plan.starts) addTo(over, starts[start]);
    }
    still = bound < best * 0.9999 ? 0 : still + 1;
    best = Math.min(best, bound);
    if (still > mostStill) {
      pace *= shorter;
      still = 0;
    }
    const isFree = (at: number) => limits[at]?.isExact === true;
    const norm = normOf(over, prices, isFree) + normOf(overRate, rates, () => false);
    if (norm === 0) break;
    const step = (pace * (bound - reached)) / norm;
    follow(prices, over, step, isFree);
    follow(rates, overRate, step / minutesAtOnce, () => false);
  }
  return best;
}

/** A minute of anybody costs what the least of the force is worth, and each start is asked for as much as any other. */
function firstPrices({ limits, starts }: PricedWeek): Float64Array {
  const rates = starts.filter(({ worth }) => worth > 0).map(({ worth, minutes }) => worth / minutes);
  const least = rates.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  const prices = new Float64Array(limits.length);
  for (const {
    worth,
    minutes,
    limits: [own],
  } of Number.isFinite(least) ? starts : [])
    if (own !== undefined) {
      const price = worth - least * minutes;
      prices[own] = limits[own]?.isExact === true ? price : Math.max(0, price);
    }
  return prices;
}

function valueAt({ worth, limits, factors }: Start, prices: Float64Array): number {
  let value = worth;
  for (const [at, limit] of limits.entries()) value -= (factors[at] ?? 0) * (prices[limit] ?? 0);
  return value;
}

function addTo(over: Float64Array, start: Start | undefined): void {
  if (start === undefined) return;
  for (const [at, limit] of start.limits.entries())
    over[limit] = (over[limit] ?? 0) + (start.factors[at] ?? 0);
}

/** Prices do not fall below nothing, but of what is exact. */
function normOf(over: Float64Array, prices: Float64Array, isFree: (at: number) => boolean): number {
  let norm = 0;
  for (const [at, one] of over.entries())
    if (one > 0 || (prices[at] ?? 0) > 0 || isFree(at)) norm += one * one;
  return norm;
}

function follow(
  prices: Float64Array,
  over: Float64Array,
  step: number,
  isFree: (at: number) => boolean,
): void {
  for (const [at, one] of over.entries()) {
    const price = (prices[at] ?? 0) + step * one;
    prices[at] = isFree(at) ? price : Math.max(0, price);
  }
}
