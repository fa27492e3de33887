import { z } from 'zod';
import { chosen, date, form, oneOf, optionalText, text, type Values, version } from '#src/kernel/form.ts';
import { type MeasureDomain, measureDomains, type SchoolMeasure } from './measure.ts';
import { type MeasureKind, measureKinds } from './measure-kinds.ts';

export const resultForm = form({
  measure: chosen({ label: 'Measure', kind: 'select' }),
  on: date({ label: 'Day of the test', missing: 'Enter the day of the test' }),
  score: text({ label: 'Score', max: 20, width: 5, hint: 'An age as 7:03, for 7 years 3 months' }),
  form: optionalText({ label: 'Edition or form', max: 60, hint: 'Such as form A' }),
  note: optionalText({ label: 'Note', max: 500, hint: 'Such as who tested, and anything unusual' }),
});

export const withdrawForm = form({
  why: text({ label: 'Why it is withdrawn', max: 1000, missing: 'Enter why it is withdrawn' }),
  version: version(),
});

export const withdrawMeasureForm = form({
  why: text({ label: 'Why it is no longer used', max: 1000, missing: 'Enter why it is no longer used' }),
  version: { ...version(), schema: z.coerce.number().int().min(0) },
});

const figure = (label: string, hint?: string) => {
  const read = optionalText({ label, max: 10, ...(hint === undefined ? {} : { hint }) });
  const schema = read.schema.pipe(
    z
      .string()
      .regex(/^-?\d{1,4}(\.\d{1,4})?$/, `${label} must be a number, like 4.7`)
      .transform(Number)
      .optional(),
  );
  return { ...read, width: 5 as const, schema };
};
const neededFigure = (label: string, hint?: string) => {
  const of = figure(label, hint);
  const schema = of.schema.refine((value) => value !== undefined, `Enter ${label.toLowerCase()}`);
  return { ...of, isOptional: false, schema };
};

const optionsOf = <K extends string>(words: Readonly<Record<K, string>>, keys: readonly K[]) =>
  keys.map((value) => ({ value, label: words[value] }));
const domains: readonly MeasureDomain[] = [
  'reading',
  'spelling',
  'writing',
  'maths',
  'language',
  'phonology',
  'memory',
  'ability',
  'motor',
  'semh',
  'attitude',
  'other',
];
const kinds: readonly MeasureKind[] = [
  'standard',
  'scaled',
  'percentile',
  'age_months',
  'raw',
  'rating',
  'count',
];

export const measureForm = form({
  name: text({ label: 'Name', max: 100, missing: 'Enter the name of the measure' }),
  domain: oneOf({ label: 'What it measures', kind: 'select', options: optionsOf(measureDomains, domains) }),
  kind: oneOf({ label: 'Kind of score', kind: 'select', options: optionsOf(measureKinds, kinds) }),
  lowest: neededFigure('Lowest score', 'Of an age in months'),
  highest: neededFigure('Highest score'),
  decimals: oneOf({
    label: 'Decimals',
    kind: 'select',
    options: [
      { value: '0', label: 'Whole numbers' },
      { value: '1', label: 'One decimal' },
      { value: '2', label: 'Two decimals' },
    ],
  }),
  direction: oneOf({
    label: 'A better score is',
    options: [
      { value: 'high', label: 'Higher' },
      { value: 'low', label: 'Lower', hint: 'As for difficulties or incidents' },
    ],
  }),
  mean: figure('Mean of the norms'),
  sd: figure('Standard deviation of the norms', '15 for most standard scores'),
  sem: figure('Standard error of measurement', 'In points, from the manual'),
  reliability: figure('Reliability', 'Between 0 and 1, from the manual'),
  source: optionalText({ label: 'Source of these figures', max: 500 }),
  version: { ...version(), schema: z.coerce.number().int().min(0) },
});
export type MeasureTyped = Values<typeof measureForm>;

/** (rule measure-4) What is wrong with a measure as it was typed, field by field. */
export function measureProblems(typed: MeasureTyped): Readonly<Record<string, string>> {
  const { lowest = 0, highest = 0, kind, sd, sem, reliability } = typed;
  const problems: Record<string, string> = {};
  if (highest <= lowest) problems.highest = 'Highest score must be above the lowest';
  if (lowest < -1000 || highest > 10_000) problems.highest = 'A scale goes from -1000 to 10000 at the most';
  if (kind === 'percentile' && (lowest < 1 || highest > 99)) problems.highest = 'Percentiles go from 1 to 99';
  if (sd !== undefined && sd <= 0) problems.sd = 'Standard deviation must be above 0';
  if (sem !== undefined && sem <= 0) problems.sem = 'Standard error must be above 0';
  if (reliability !== undefined && (reliability <= 0 || reliability >= 1))
    problems.reliability = 'Reliability must be between 0 and 1';
  return problems;
}

/** A measure with what was typed in the place of what it was. */
export const measureTyped = (
  typed: MeasureTyped,
  held: Pick<SchoolMeasure, 'key' | 'ageFrom' | 'ageUntil'>,
) => ({
  key: held.key,
  name: typed.name,
  domain: typed.domain,
  kind: typed.kind,
  lowest: typed.lowest ?? 0,
  highest: typed.highest ?? 0,
  decimals: Number(typed.decimals),
  direction: typed.direction,
  mean: typed.mean ?? null,
  sd: typed.sd ?? null,
  sem: typed.sem ?? null,
  reliability: typed.reliability ?? null,
  ageFrom: held.ageFrom,
  ageUntil: held.ageUntil,
  source: typed.source ?? null,
});
