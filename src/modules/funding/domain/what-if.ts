import { z } from 'zod';
import { daysBetween, type SchoolDate, schoolDate } from '../../../kernel/dates.ts';
import { splitPence, sumPence } from '../../../kernel/money.ts';
import type { Figures } from './budget.ts';
import type { BudgetYear } from './budget-year.ts';

/** One thing that would be otherwise, and what it does to income and to the cost of provision. */
const EffectLine = z.object({
  what: z.enum(['leaves', 'hours', 'refused']),
  words: z.string(),
  income: z.int(),
  spending: z.int(),
});
export type EffectLine = z.output<typeof EffectLine>;

const Both = z.object({ income: z.int(), spending: z.int() });

/** What would be, beside what is: kept with a proposal as it stood on its day. */
export const Effect = z.object({ lines: z.array(EffectLine), before: Both, after: Both });
export type Effect = z.output<typeof Effect>;

/** Adds up what would be otherwise (rule budget-9): after is before with each line, to the penny. */
export const effectOf = (
  before: { readonly income: number; readonly spending: number },
  lines: readonly EffectLine[],
): Effect => ({
  lines: [...lines],
  before,
  after: {
    income: before.income + sumPence(lines.map(({ income }) => income)),
    spending: before.spending + sumPence(lines.map(({ spending }) => spending)),
  },
});

export const balanceOf = ({ income, spending }: { income: number; spending: number }): number =>
  income - spending;

/**
 * What of a pupil's yearly money no longer comes when the pupil leaves after a day (rule budget-9): top-up follows the pupil,
 * by the days that are left of the year. statutory.md 4.1. £365 for the year, leaving on its last day but 100 → £100.
 */
export function lostByLeaving(forecast: number, { from, until }: BudgetYear, lastDay: SchoolDate): number {
  const day = lastDay < from ? schoolDate(from) : lastDay > until ? until : lastDay;
  const here = lastDay < from ? 0 : daysBetween(from, day) + 1;
  const after = daysBetween(from, until) + 1 - here;
  return after === 0 ? 0 : (splitPence(forecast, [here, after])[1] ?? 0);
}

/** What of a line does not come when its band is refused: all that has not been received (rule budget-9). */
export const lostByRefusal = ({ forecast, actual }: Pick<Figures, 'forecast' | 'actual'>): number =>
  Math.max(0, forecast - actual);

/**
 * What so many minutes a week more or less cost until the end of the year, at a rate (rule budget-9), to the nearest penny.
 * 60 minutes a week less for 20 weeks at £17.20 → -£344.00.
 */
export function costOfMinutes(minutesAWeek: number, weeks: number, pencePerHour: number): number {
  const size = Math.floor((Math.abs(minutesAWeek) * weeks * pencePerHour + 30) / 60);
  return minutesAWeek < 0 ? 0 - size : size;
}
