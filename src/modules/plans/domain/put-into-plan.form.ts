import { z } from 'zod';
import { form, oneOf, optionalOneOf } from '#src/kernel/form.ts';
import { areaWords, sectionKinds, sectionWords, targetAreas } from './plan.ts';

/** So many lines of a document are offered. */
export const mostLinesBeside = 600;
const longestPart = 8000;

/** Lines of a document that go into one part of a plan, or become one new target. */
export const putIntoPlanForm = form({
  into: oneOf({
    label: 'Put the ticked lines into',
    kind: 'select',
    missing: 'Select where the lines go',
    options: [
      ...sectionKinds.map((value) => ({ value, label: sectionWords[value].label })),
      { value: 'target' as const, label: 'A new target' },
    ],
  }),
  area: optionalOneOf({
    label: 'Area, for a new target',
    options: targetAreas.map((value) => ({ value, label: areaWords[value] })),
  }),
  lines: {
    kind: 'checkboxes' as const,
    label: 'Lines',
    schema: z.preprocess(
      (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
      z
        .array(z.coerce.number().int().min(0).max(mostLinesBeside))
        .min(1, 'Tick the lines that are to go into the plan'),
    ),
  },
  /** The file that the lines were read from: a new version of the document has other lines. */
  fileId: { kind: 'hidden' as const, label: 'File', schema: z.string().max(36) },
});

/** The words of a document as lines to choose from: blank ones and spaces at the ends fall away. */
export const linesOfWords = (words: string): readonly string[] =>
  words
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
    .slice(0, mostLinesBeside);

/** The words of a part with these lines below; null when it would be too long, the same words when it says them all. */
export function withLines(held: string | null, lines: readonly string[]): string | null {
  const said = new Set((held ?? '').split('\n').map((line) => line.trim()));
  const words = [...(held === null ? [] : [held]), ...lines.filter((line) => !said.has(line))].join('\n');
  return words.length > longestPart ? null : words;
}
