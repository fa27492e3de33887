import { ageWords, type SchoolMeasure, scoreWords } from '#src/modules/assessments/index.ts';
import type { TagKind } from '#src/ui/tag.tsx';
import { figure, signed, withInterval } from '../domain/impact/figure-words.ts';
import type { Impact, PupilImpact } from '../domain/impact/impact.ts';
import type { PupilScored } from '../domain/impact/measured-run.ts';
import { pickProblems } from '../domain/impact/pick-results.ts';
import { reliableWords } from '../domain/impact/reliable-change.ts';
import type { Verdict } from '../domain/impact/verdict.ts';

export const verdictTag: Readonly<Record<Verdict, TagKind>> = {
  keep: 'good',
  change: 'warn',
  stop: 'late',
  not_enough_data: 'watch',
};

/** `£12.34`; whole pounds from £100 up. */
export const poundWords = (pence: number): string =>
  pence >= 10_000 ? `£${Math.round(pence / 100).toLocaleString('en-GB')}` : `£${(pence / 100).toFixed(2)}`;

/** A gain in the words of its scale: +7, or +9 months. */
export const gainWords = ({ kind }: Pick<SchoolMeasure, 'kind'>, gain: number): string =>
  kind === 'age_months' ? `${signed(gain, 0)} months` : signed(gain, Number.isInteger(gain) ? 0 : 1);

/** The mean change of a group, or why there is none. */
export function changeWords({ change, measured }: Impact, { kind }: Pick<SchoolMeasure, 'kind'>): string {
  if (change !== null) return withInterval(change.mean, change.spread === 0 ? null : change.interval);
  if (measured < 5) return 'not enough data';
  return kind === 'percentile' || kind === 'age_months' ? 'no mean: steps are not equal' : 'not enough data';
}

export const effectWords = ({ effect }: Impact): string => {
  if (effect === null) return 'not enough data';
  return `${withInterval(effect.size, effect.interval)} ${effect.unit === 'norms' ? 'spreads of the norms' : 'spreads of the group’s scores'}`;
};

export const ratioWords = (ratio: { readonly ratio: number; readonly band: string } | null): string =>
  ratio === null ? 'not enough data' : `${figure(ratio.ratio, 1)} (${ratio.band})`;

/** What became of a pupil between both scores. */
export function pupilWords(one: PupilImpact, { picked }: PupilScored, measure: SchoolMeasure): string {
  if (picked.problem !== null) return pickProblems[picked.problem];
  if (one.gain === null) return 'Not enough data';
  if (one.ratio !== null) return `Ratio gain ${ratioWords(one.ratio)}`;
  if (one.reliable === null)
    return measure.kind === 'age_months' ? 'Tested too soon for a ratio' : 'Not known how sure a score is';
  return reliableWords[one.reliable.change];
}

/** How far a pupil has to come before a change is more than chance. */
export const neededWords = ({ each }: Impact): string | null => {
  const needed = each.find(({ reliable }) => reliable !== null)?.reliable?.needed;
  return needed === undefined
    ? null
    : `A change of ${figure(Math.ceil(needed), 0)} or more points is reliable`;
};

export const scoreOr = (measure: SchoolMeasure, score: number | undefined): string =>
  score === undefined ? '–' : scoreWords(measure, score);

/** A tick of an axis: a whole age, or a plain figure. */
export const tickWords =
  ({ kind }: Pick<SchoolMeasure, 'kind'>) =>
  (value: number): string =>
    kind === 'age_months'
      ? ageWords(Math.round(value))
          .replace(/ years?/, 'y')
          .replace(/ months?/, 'm')
      : String(value);
