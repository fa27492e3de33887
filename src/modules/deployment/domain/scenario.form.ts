import { z } from 'zod';
import { form, money, optionalOneOf, optionalText, text, wholeNumber } from '../../../kernel/form.ts';
import { mayBeBlank } from '../../../kernel/form-optional.ts';
import { forceWords } from './demand-facts.ts';
import { forces } from './week.ts';

/** Hours as people write them (`2.5`, `-6`) → minutes; blank is none. */
const hours = (label: string, { hint, least }: { hint: string; least: number }) => ({
  kind: 'text' as const,
  ...{ label, hint, width: 5 as const, isOptional: true },
  schema: z.preprocess(
    (value) => (typeof value === 'string' ? value.trim().replace('−', '-') : ''),
    z.string().transform((typed, context) => {
      if (typed === '') return null;
      const minutes = Math.round(Number(typed) * 60);
      if (/^-?\d{1,3}(\.\d{1,2})?$/.test(typed) && minutes >= least && minutes !== 0) return minutes;
      context.addIssue({ code: 'custom', message: `${label} must be a number of hours, like 5 or 2.5` });
      return z.NEVER;
    }),
  ),
});

/** A scenario: its name and what is otherwise in it. What is left blank is as it is. */
export const scenarioForm = form({
  name: text({
    label: 'Name',
    hint: 'Like “Without the morning TA”, with no pupil’s name',
    max: 80,
    width: 20,
  }),
  staffId: {
    kind: 'select' as const,
    label: 'Whose hours change',
    isOptional: true,
    schema: z.string().max(100).optional(),
  },
  hours: hours('Hours a week more or less', { hint: 'Like 5, or -5 for fewer', least: -10_000 }),
  newHours: hours('Hours a week of somebody new', { hint: 'Like 20', least: 1 }),
  newSkills: optionalText({ label: 'Their skills', hint: 'One a line', max: 500, kind: 'longText' }),
  newRate: mayBeBlank(money({ label: 'What an hour of theirs costs', hint: 'In pounds', maxPence: 100_000 })),
  title: optionalText({ label: 'Help for a new pupil', hint: 'Like “One to one in lessons”', max: 120 }),
  force: optionalOneOf({
    label: 'Why it is given',
    options: forces.map((value) => ({ value, label: forceWords[value] })),
  }),
  times: mayBeBlank(wholeNumber({ label: 'Times a week', min: 1, max: 50, width: 3 })),
  length: mayBeBlank(wholeNumber({ label: 'Periods one after the other', min: 1, max: 20, width: 3 })),
  demandSkills: optionalText({ label: 'Skills it asks for', hint: 'One a line', max: 500, kind: 'longText' }),
  cutHours: hours('Hours a week to be saved', { hint: 'Shared among all adults', least: 1 }),
  cutPounds: mayBeBlank(
    money({
      label: 'Pounds a year to be saved',
      hint: 'Shared among all whose rate is known',
      maxPence: 500_000_000,
    }),
  ),
});
