import { z } from 'zod';
import { type ChangeApart, type Interval, intervalApart, type MeanChange } from './change.ts';
import type { EffectSize } from './effect-size.ts';
import { decimalsFor } from './figure-words.ts';
import type { Impact } from './impact.ts';
import type { JudgedKind } from './judged-measure.ts';
import { fewestPupils, reasonWords, verdictWords } from './verdict.ts';

const Ends = { low: z.number(), high: z.number() };
const keysOf = <K extends string>(words: Readonly<Record<K, string>>) =>
  z.string().refine((key): key is K => Object.hasOwn(words, key));

/** What is told of a kind of provision in a year to those who see figures and no pupil: these fields and no other. */
export const ImpactFigures = z.strictObject({
  kindName: z.string(),
  measureName: z.string(),
  scale: z.enum(['standard', 'scaled', 'percentile', 'age_months', 'raw', 'rating', 'count']),
  runs: z.int(),
  /** Pupils with both scores, and all pupils; null where it, or the difference of both, is one to four. */
  pupils: z.int().nullable(),
  of: z.int().nullable(),
  sessions: z.strictObject({ planned: z.int(), held: z.int() }).nullable(),
  change: z.strictObject({ mean: z.number(), spread: z.number(), ...Ends }).nullable(),
  effect: z
    .strictObject({
      size: z.number(),
      unit: z.enum(['norms', 'group']),
      ends: z.strictObject(Ends).nullable(),
    })
    .nullable(),
  ratio: z.number().nullable(),
  verdict: keysOf(verdictWords),
  reason: keysOf(reasonWords),
});
export type ImpactFigures = z.output<typeof ImpactFigures>;

const rounded = (value: number, decimals: number): number => {
  const short = Number(value.toFixed(decimals));
  return short === 0 ? 0 : short;
};
const decimalsOf = ([low, high]: Interval): number => decimalsFor((high - low) / 4);

const shortChange = (change: MeanChange | null): ImpactFigures['change'] => {
  // Where all gained alike, the mean is what each pupil gained.
  if (change === null || change.spread === 0) return null;
  const { mean, spread, interval } = change;
  const decimals = decimalsOf(interval);
  return {
    mean: rounded(mean, decimals),
    low: rounded(interval[0], decimals),
    high: rounded(interval[1], decimals),
    spread: rounded(spread, Math.max(1, decimals)),
  };
};

const shortEffect = (effect: EffectSize | null): ImpactFigures['effect'] => {
  if (effect === null) return null;
  const { size, unit, interval } = effect;
  if (interval === null) return { size: rounded(size, 1), unit, ends: null };
  const decimals = decimalsOf(interval);
  const ends = { low: rounded(interval[0], decimals), high: rounded(interval[1], decimals) };
  return { size: rounded(size, decimals), unit, ends };
};

const isSmall = (pupils: number): boolean => pupils > 0 && pupils < fewestPupils;

/**
 * (rule impact-19) What a kind of provision brought in a year, for those who see no pupil: no figure where fewer than five
 * different pupils have both scores, and none where all gained the same. Means are rounded to what they are worth, so that
 * one pupil more does not tell that pupil's gain. 6 of 8 pupils measured → `of` is hidden, as two are not.
 */
export function impactFiguresOf(given: {
  readonly kindName: string;
  readonly measure: { readonly name: string; readonly kind: JudgedKind };
  readonly runs: number;
  readonly impact: Impact;
  readonly sessions: { readonly planned: number; readonly held: number };
}): ImpactFigures {
  const { impact, measure, sessions, ...said } = given;
  const about = { ...said, measureName: measure.name, scale: measure.kind };
  const all = new Set(impact.each.map(({ pupilId }) => pupilId)).size;
  const measured = new Set(impact.each.flatMap(({ gain, pupilId }) => (gain === null ? [] : [pupilId]))).size;
  if (measured < fewestPupils)
    return {
      ...about,
      pupils: null,
      of: null,
      sessions: null,
      change: null,
      effect: null,
      ratio: null,
      verdict: 'not_enough_data',
      reason: 'too_few_pupils',
    };
  const change = shortChange(impact.change);
  return {
    ...about,
    pupils: measured,
    of: isSmall(all - measured) ? null : all,
    sessions,
    change,
    effect: change === null ? null : shortEffect(impact.effect),
    ratio: impact.ratio === null ? null : rounded(impact.ratio.ratio, 1),
    verdict: impact.judged.verdict,
    reason: impact.judged.reasons[0] ?? 'too_few_pupils',
  };
}

/**
 * (rule impact-20) Several groups as one, from their means, spreads and numbers: the squares within each and between them.
 * Null without any. Groups of 5 with mean 4 and spread 2, and of 5 with mean 6 and spread 2 → mean 5, spread 2.16.
 */
export function pooled(
  groups: readonly { readonly n: number; readonly mean: number; readonly spread: number }[],
): { readonly n: number; readonly mean: number; readonly spread: number } | null {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  if (n < 2) return null;
  const mean = groups.reduce((sum, group) => sum + group.n * group.mean, 0) / n;
  const squares = groups.reduce(
    (sum, group) => sum + (group.n - 1) * group.spread ** 2 + group.n * (group.mean - mean) ** 2,
    0,
  );
  return { n, mean, spread: Math.sqrt(squares / (n - 1)) };
}

export type BesideTrust = { readonly pupils: number; readonly schools: number; readonly apart: ChangeApart };

/** (rule impact-20) A run beside what other schools of the trust had from the same kind on the same measure. */
export function besideTrust(
  here: MeanChange | null,
  there: readonly { readonly schoolId: string; readonly figures: ImpactFigures }[],
): BesideTrust | null {
  const groups = there.flatMap(({ schoolId, figures: { pupils, change } }) =>
    pupils === null || change === null
      ? []
      : [{ schoolId, n: pupils, mean: change.mean, spread: change.spread }],
  );
  const all = pooled(groups);
  if (here === null || all === null) return null;
  return {
    pupils: all.n,
    schools: new Set(groups.map(({ schoolId }) => schoolId)).size,
    apart: intervalApart(here, all),
  };
}
