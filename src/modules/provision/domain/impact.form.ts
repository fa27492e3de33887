import { z } from 'zod';
import {
  chosen,
  date,
  form,
  oneOf,
  optionalDate,
  optionalText,
  text,
  version,
} from '../../../kernel/form.ts';
import { verdictWords } from './impact/verdict.ts';

/** Texts posted under one name, as many as there are rows. */
const texts = (label: string, max = 40) => ({
  kind: 'checkboxes' as const,
  label,
  isOptional: true,
  schema: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string().trim().max(max, `${label} must be ${max} characters or fewer each`)).max(200),
  ),
});

export const groupScoresForm = form({
  measure: chosen({ label: 'Measure', kind: 'select' }),
  on: date({ label: 'Day of the test', missing: 'Enter the day of the test' }),
  form: optionalText({ label: 'Edition or form', max: 60, hint: 'Such as form A' }),
  pupilIds: texts('Pupils'),
  scores: texts('Scores'),
});

const measure = (label: string) => ({
  ...optionalText({ label, max: 60 }),
  kind: 'select' as const,
});
export const runMeasuresForm = form({
  measure1: measure('First measure'),
  measure2: measure('Second measure'),
  measure3: measure('Third measure'),
});

export const entryAndExitForm = form({
  entryId: { ...optionalText({ label: 'Entry', max: 40 }), kind: 'select' as const },
  exitId: { ...optionalText({ label: 'Exit', max: 40 }), kind: 'select' as const },
  version: { ...version(), schema: z.coerce.number().int().min(0) },
});

const decision = oneOf({
  label: 'Decision',
  options: [
    { value: 'keep', label: verdictWords.keep, hint: 'It goes on, or runs again, as it is' },
    { value: 'change', label: verdictWords.change, hint: 'It goes on in another way: say what changes' },
    { value: 'stop', label: verdictWords.stop, hint: 'It ends, and is not run again in this way' },
    { value: 'not_enough_data', label: verdictWords.not_enough_data, hint: 'Look again later' },
  ],
});

export const reviewRunForm = form({
  decision,
  words: optionalText({ label: 'Why, and what changes', max: 1000, kind: 'longText' }),
  nextReviewOn: optionalDate({
    label: 'Next review',
    hint: 'Leave it empty when the run is reviewed no more',
  }),
  version: version(),
  places: texts('Pupils'),
  outcomes: texts('What came of it'),
  nextSteps: texts('Next steps', 1000),
});

export const reviewLineForm = form({
  runId: text({ label: 'Run', max: 40, kind: 'hidden' }),
  decision,
  words: optionalText({ label: 'Why, and what changes', max: 1000 }),
  version: version(),
});
