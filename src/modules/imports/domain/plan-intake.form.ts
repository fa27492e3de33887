import { z } from 'zod';
import { form, optionalOneOf, version } from '../../../kernel/form.ts';
import {
  type PlanColumnName,
  type PlanMapping,
  planColumnNames,
  planColumnOf,
  planColumns,
} from './plan-columns.ts';
import { mostPlanColumns } from './plan-intake.ts';
import { planAreas } from './plan-rows.ts';

const text = z.string().trim().max(200).optional();
const select = { kind: 'select' as const, label: '', schema: text };
const numbered = (name: string, count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`${name}${at}`, select] as const));

/** A file, or the text of a table that was copied. */
export const bringPlansForm = form({
  file: {
    kind: 'file' as const,
    label: 'A file',
    hint: 'Excel (.xlsx), CSV or Word (.docx), up to 20 MB',
    isOptional: true,
    schema: z.preprocess(
      (value) => (value instanceof File && value.size > 0 ? value : undefined),
      z.instanceof(File).optional(),
    ),
  },
  pasted: {
    kind: 'longText' as const,
    label: 'Or a table that you copied in Word or Excel',
    hint: 'Select the table there, copy it, and paste it here',
    isOptional: true,
    max: 500_000,
    schema: z.string().max(500_000, 'The text must be 500,000 characters or fewer').optional(),
  },
});

const areaLabels: Readonly<Record<(typeof planAreas)[number], string>> = {
  communication: 'Communication and interaction',
  cognition: 'Cognition and learning',
  semh: 'Social, emotional and mental health',
  sensory_physical: 'Sensory and physical',
  independence: 'Independence',
};

/** Which table is meant, what its columns hold, and the area of targets that name none. */
export const planColumnsForm = form({
  version: version(),
  table: {
    kind: 'select' as const,
    label: 'Table',
    schema: z.coerce.number().int().min(0).max(500).catch(0),
  },
  areaOfRest: optionalOneOf({
    label: 'Area of need, where a row names none',
    options: planAreas.map((value) => ({ value, label: areaLabels[value] })),
  }),
  ...numbered('column', mostPlanColumns),
});

export const planColumnOptions = [
  { value: '', label: 'Leave this column out' },
  ...planColumnNames.map((value) => ({ value, label: planColumns[value].label })),
];

export const planMappingOf = (
  posted: Readonly<Record<string, unknown>>,
  headings: readonly string[],
): PlanMapping => headings.map((_, at): PlanColumnName | null => planColumnOf(posted[`column${at}`]));

/** So many names are asked about at once; the rest follow when these are answered. */
export const mostNamesAsked = 60;

export const planNamesForm = form({
  version: version(),
  ...numbered('who', mostNamesAsked),
  ...numbered('other', mostNamesAsked),
});
export const planVersionForm = form({ version: version() });
