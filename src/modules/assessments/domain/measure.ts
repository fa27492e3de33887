import { isNormedKind, type MeasureKind } from './measure-kinds.ts';

export const measureDomains = {
  reading: 'Reading',
  spelling: 'Spelling',
  writing: 'Writing',
  maths: 'Maths',
  language: 'Language',
  phonology: 'Sounds in words',
  memory: 'Memory',
  ability: 'Ability',
  motor: 'Movement',
  semh: 'Social, emotional and mental health',
  attitude: 'Attitude to learning',
  other: 'Other',
} as const;
export type MeasureDomain = keyof typeof measureDomains;

/** Something that a pupil can be scored on. */
export type Measure = {
  /** Of a shipped measure its name in code, of a school's own an id. */
  readonly key: string;
  readonly name: string;
  readonly domain: MeasureDomain;
  readonly kind: MeasureKind;
  /** The ends of the scale, both included. Ages in months. */
  readonly lowest: number;
  readonly highest: number;
  readonly decimals: number;
  readonly direction: 'high' | 'low';
  /** Of the norms. */
  readonly mean: number | null;
  readonly sd: number | null;
  /** How far a score may be out: standard error of measurement in points, and reliability between 0 and 1. */
  readonly sem: number | null;
  readonly reliability: number | null;
  /** Whole years. */
  readonly ageFrom: number | null;
  readonly ageUntil: number | null;
  readonly source: string | null;
};

/** A measure as a school has it: shipped, shipped and changed here, or its own. */
export type SchoolMeasure = Measure & {
  readonly origin: 'shipped' | 'changed' | 'own';
  readonly isWithdrawn: boolean;
  /** 0: as shipped, never saved here. */
  readonly version: number;
};

/** A figure without needless decimals: 85, 4.5. */
const plainFigure = (value: number): string => String(Math.round(value * 100) / 100);

/** An age in months as it is said: 87 → 7 years 3 months. */
export const ageWords = (months: number): string => {
  const [years, rest] = [Math.trunc(months / 12), months % 12];
  const part = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
  return rest === 0 ? part(years, 'year') : `${part(years, 'year')} ${part(rest, 'month')}`;
};

/** A score of a measure as people say it. */
export const scoreWords = ({ kind }: Pick<Measure, 'kind'>, score: number): string =>
  kind === 'age_months' ? ageWords(score) : plainFigure(score);

/** The scale in words: 40 to 160, or 4 years to 17 years 11 months. */
export const scaleWords = (measure: Pick<Measure, 'kind' | 'lowest' | 'highest'>): string =>
  `${scoreWords(measure, measure.lowest)} to ${scoreWords(measure, measure.highest)}`;

/** (rule measure-1) Why a score cannot stand on this scale, in a sentence; null where it can. */
export function scaleProblem(measure: Measure, score: number): string | null {
  if (!Number.isFinite(score)) return `The score must be a number from ${scaleWords(measure)}`;
  if (score < measure.lowest || score > measure.highest)
    return `${scoreWords(measure, score)} is outside the scale of ${measure.name}, which goes from ${scaleWords(measure)}`;
  const scaled = score * 10 ** measure.decimals;
  if (Math.abs(scaled - Math.round(scaled)) > 1e-6)
    return measure.decimals === 0
      ? `${measure.name} is scored in whole ${measure.kind === 'age_months' ? 'months' : 'numbers'}`
      : `${measure.name} has at most ${measure.decimals} decimal${measure.decimals === 1 ? '' : 's'}`;
  return null;
}

/**
 * (rule measure-2) Reads a score as people write it: `85`, `4.5`; an age as `7:03`, `7y 3m`, `7 years 3 months`, `7.03` (years
 * and months, as tests print it) or months alone from 24 up. Null where it cannot be read.
 */
export function readScore({ kind }: Pick<Measure, 'kind'>, text: string): number | null {
  const typed = text.trim().replace('−', '-');
  if (kind !== 'age_months')
    return /^-?\d{1,5}([.,]\d{1,4})?$/.test(typed) ? Number(typed.replace(',', '.')) : null;
  const [, years, months] =
    /^(\d{1,2})\s*(?:[:./]|y(?:ears?|rs?)?\.?,?\s*)\s*(\d{1,2})\s*(?:m(?:onths?|ths?|os?)?)?\.?$/i.exec(
      typed,
    ) ?? [];
  if (years !== undefined && months !== undefined)
    return Number(months) < 12 ? Number(years) * 12 + Number(months) : null;
  const [, whole] = /^(\d{1,2})\s*(?:y|yrs?|years?)$/i.exec(typed) ?? [];
  if (whole !== undefined) return Number(whole) * 12;
  const [, only] = /^(\d{2,3})\s*(?:m|months?)?$/i.exec(typed) ?? [];
  return only !== undefined && Number(only) >= 24 ? Number(only) : null;
}

/** Whether reliable change can be told with it. */
export const tellsError = ({ sem, sd, reliability }: Measure): boolean =>
  sem !== null || (sd !== null && reliability !== null);

/** What a stay of the same score means. */
export const steadyWords = ({ kind }: Pick<Measure, 'kind'>): string | null =>
  isNormedKind(kind) ? 'A score that stays the same is expected progress for the pupil’s age' : null;
