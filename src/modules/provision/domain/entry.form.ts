import { z } from 'zod';
import {
  anyOf,
  form,
  oneOf,
  optionalOneOf,
  optionalText,
  text,
  type Values,
  version,
} from '../../../kernel/form.ts';
import type { Entry, Range } from './catalogue.ts';
import { areaWords, layerWords, staffKindWords, tierWords } from './provision-words.ts';
import { areas, staffKinds, tiers } from './run.ts';

const optionsOf = <V extends string>(values: readonly V[], words: Readonly<Record<V, string>>) =>
  values.map((value) => ({ value, label: words[value] }));

/** `3`, `3 to 5`, `3-5`; blank is not said. */
const range = (label: string, hint: string, most: number) => ({
  kind: 'text' as const,
  label,
  hint,
  width: 10 as const,
  isOptional: true,
  schema: z
    .string()
    .trim()
    .optional()
    .transform((typed, context): Range | null => {
      if (typed === undefined || typed === '') return null;
      const [, first, second] = /^(\d{1,3})(?:\s*(?:to|-|–)\s*(\d{1,3}))?$/.exec(typed) ?? [];
      const [least, last] = [Number(first), Number(second ?? first)];
      const isWrong = first === undefined || least > last || last > most;
      if (!isWrong && (least > 0 || label === 'Ages')) return [least, last];
      context.addIssue({
        code: 'custom',
        message: `${label} must be a number up to ${most}, or two like 3 to 5`,
      });
      return z.NEVER;
    }),
});

const layers = ['universal', 'targeted', 'targeted_plus', 'specialist'] as const;

export const entryForm = form({
  name: text({ label: 'Name', max: 120, width: 30 }),
  tier: oneOf({ label: 'Wave', options: optionsOf(tiers, tierWords) }),
  proposedLayer: optionalOneOf({
    label: 'Layer of the proposed reform',
    options: layers.map((value) => ({ value, label: layerWords[value] ?? value })),
  }),
  areas: {
    ...anyOf({ label: 'Areas of need', options: optionsOf(areas, areaWords) }),
    isOptional: false,
    schema: z.preprocess(
      (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
      z.array(z.enum(areas)).min(1, 'Select one area of need at least'),
    ),
  },
  age: range('Ages', 'In years, like 5 to 7', 25),
  times: range('Times a week', 'Like 3, or 3 to 5', 25),
  minutes: range('Minutes', 'Of one session', 600),
  weeks: range('Weeks', 'How long it lasts', 53),
  group: range('Pupils', 'In a group; 1 for one alone', 40),
  staffKind: oneOf({ label: 'Given by', options: optionsOf(staffKinds, staffKindWords) }),
  materials: {
    kind: 'text' as const,
    label: 'Materials in pounds',
    hint: 'For one run',
    width: 10 as const,
    isOptional: true,
    schema: z
      .string()
      .optional()
      .transform((typed) => (typed ?? '').replace(/[£,\s]/g, '') || '0')
      .pipe(z.string().regex(/^\d{1,6}(\.\d{1,2})?$/, 'Materials must be an amount of money, like 45.50'))
      .transform((amount) => Math.round(Number(amount) * 100))
      .pipe(z.number().max(10_000_000, 'Materials are too dear')),
  },
  dose: optionalText({ label: 'Dose in words', max: 300 }),
  entryRule: optionalText({ label: 'Who comes in', max: 500, kind: 'longText' }),
  exitRule: optionalText({ label: 'When it is done', max: 500, kind: 'longText' }),
  measure: optionalText({ label: 'Measured by', hint: 'At entry and at exit', max: 300 }),
  evidence: optionalText({ label: 'Evidence', max: 1000, kind: 'longText' }),
  source: optionalText({ label: 'Source', max: 500 }),
  version: { ...version(), schema: z.coerce.number().int().min(0) },
});

/** What was typed, as the catalogue keeps it. */
export const entryTyped = (values: Values<typeof entryForm>) => {
  const { materials, version: _, ...words } = values;
  return {
    ...words,
    proposedLayer: words.proposedLayer ?? null,
    materialsPence: materials,
    dose: words.dose ?? null,
    entryRule: words.entryRule ?? null,
    exitRule: words.exitRule ?? null,
    measure: words.measure ?? null,
    evidence: words.evidence ?? null,
    source: words.source ?? null,
  };
};

const rangeHeld = (held: Range | null): string =>
  held === null ? '' : held[0] === held[1] ? String(held[0]) : `${held[0]} to ${held[1]}`;

/** What an entry holds, as the fields show it. */
export const entryHeld = (entry: Entry | null) =>
  entry === null
    ? { tier: 'targeted', staffKind: 'ta', version: 0 }
    : {
        ...entry,
        age: rangeHeld(entry.age),
        times: rangeHeld(entry.times),
        minutes: rangeHeld(entry.minutes),
        weeks: rangeHeld(entry.weeks),
        group: rangeHeld(entry.group),
        materials: entry.materialsPence === 0 ? '' : (entry.materialsPence / 100).toFixed(2),
      };

export const withdrawEntryForm = form({
  why: text({ label: 'Why', max: 1000, kind: 'longText' }),
  version: { ...version(), schema: z.coerce.number().int().min(0) },
});
