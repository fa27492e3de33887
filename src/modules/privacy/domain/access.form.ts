import {
  date,
  form,
  oneOf,
  optionalDate,
  optionalOneOf,
  optionalText,
  text,
  tick,
  version,
  wholeNumber,
} from '../../../kernel/form.ts';
import { grounds } from './redact.ts';

export const rightsUsed = [
  {
    value: 'subject_access',
    label: 'Subject access',
    hint: 'Everything held of the pupil, within a month: UK GDPR article 15',
  },
  {
    value: 'educational_record',
    label: 'Educational record',
    hint: 'A parent at a maintained school, within 15 school days. Academies: by their own policy',
  },
] as const;
export type RightUsed = (typeof rightsUsed)[number]['value'];

export const askers = [
  { value: 'parent', label: 'A parent or carer' },
  {
    value: 'pupil',
    label: 'The pupil',
    hint: 'In their own right where they understand it, often from 12 or 13',
  },
  { value: 'for_them', label: 'Somebody acting for them', hint: 'See the authority to act first' },
] as const;
export type Asker = (typeof askers)[number]['value'];

export const outcomes = [
  { value: 'given', label: 'The copy was given' },
  { value: 'refused', label: 'Refused' },
  { value: 'withdrawn', label: 'The asker took it back' },
] as const;
export type AccessOutcome = (typeof outcomes)[number]['value'];

export const accessRequestForm = form({
  rightUsed: oneOf({ label: 'What is asked for', options: rightsUsed, missing: 'Select what is asked for' }),
  askedBy: text({ label: 'Who asks', max: 200, missing: 'Enter who asks' }),
  asker: oneOf({ label: 'They are', options: askers, missing: 'Select who they are' }),
  receivedOn: date({ label: 'Received on', missing: 'Enter the day on which it was received' }),
  whatFor: text({
    label: 'What they asked for',
    hint: 'In their words: everything, or some part of it',
    kind: 'longText',
    max: 2000,
    missing: 'Enter what they asked for',
  }),
});

export const changeAccessForm = form({
  identityCheckedOn: optionalDate({ label: 'Identity checked on' }),
  identityHow: optionalText({ label: 'How it was checked', max: 400 }),
  extendedMonths: wholeNumber({
    label: 'Months more',
    hint: 'Up to 2 where it is complex, and the asker was told within the first month',
    min: 0,
    max: 2,
  }),
  extendedWhy: optionalText({ label: 'Why more time is needed', kind: 'longText', max: 1000 }),
  closedOn: optionalDate({ label: 'Answered on' }),
  outcome: optionalOneOf({ label: 'How it ended', options: outcomes }),
  closedHow: optionalText({
    label: 'How it was given, or why not',
    kind: 'longText',
    max: 1000,
  }),
  version: version(),
});

export const redactionForm = form({
  what: oneOf({
    label: 'What is not given',
    options: [
      { value: 'entry', label: 'The whole entry' },
      { value: 'field', label: 'One fact of it' },
      { value: 'words', label: 'Some words' },
    ],
    missing: 'Select what is not given',
  }),
  field: optionalText({ label: 'Which fact', max: 63 }),
  words: optionalText({ label: 'Which words', hint: 'Such as the name of another child', max: 400 }),
  isEverywhere: tick({ label: 'Blank these words in the whole copy' }),
  ground: oneOf({
    label: 'The exemption',
    options: grounds.map(({ value, label, source }) => ({ value, label, hint: source })),
    missing: 'Select the exemption',
  }),
  why: text({
    label: 'Why, for this entry',
    hint: 'Kept, and not given to the asker',
    kind: 'longText',
    max: 1000,
    missing: 'Enter why it is not given',
  }),
});
