import { z } from 'zod';
import {
  date,
  form,
  oneOf,
  optionalOneOf,
  optionalText,
  text,
  tick,
  version,
  wholeNumber,
} from '../../../kernel/form.ts';
import { mayBeBlank } from '../../../kernel/form-optional.ts';
import { PupilId } from '../../../kernel/ids.ts';
import { lostReasons } from './session.ts';

const reasons = lostReasons.map(({ code, words }) => ({ value: code, label: words }));
const list = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

const minutes = wholeNumber({ label: 'Minutes', hint: 'How long it was', min: 1, max: 600, width: 3 });

const note = optionalText({ label: 'Note', hint: 'One line. Initials, no names', max: 500 });
const nextStep = optionalText({ label: 'Next time', max: 500 });

/** What became of a session: who was not there, or why it was cancelled. */
export const logForm = form({
  state: oneOf({
    label: 'Did it happen?',
    options: [
      { value: 'held', label: 'Yes' },
      { value: 'cancelled', label: 'No' },
    ],
  }),
  missing: {
    kind: 'checkboxes' as const,
    label: 'Who was not there?',
    isOptional: true,
    schema: z.preprocess(list, z.array(PupilId).max(60)),
  },
  missingWhy: optionalOneOf({ label: 'Why they were not there', options: reasons }),
  reason: optionalOneOf({ label: 'Why it did not happen', options: reasons }),
  minutes: mayBeBlank(minutes),
  isExtra: tick({ label: 'It was longer than planned, and that is meant' }),
  note,
  nextStep,
  version: { ...version(), schema: z.coerce.number().int().min(0) },
});

/** A session outside the week's places. */
export const extraForm = form({
  onDate: date({ label: 'Day' }),
  minutes,
  missing: logForm.fields.missing,
  missingWhy: logForm.fields.missingWhy,
  note: text({ label: 'What it was for', hint: 'One line. Initials, no names', max: 500 }),
  nextStep,
});
