import { relationship } from '../../../kernel/codes/relationship.codes.ts';
import {
  date,
  email,
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
import { waysOfContact } from './carer.ts';

const optionalEmail = mayBeBlank({ ...email({ label: 'Email address' }), autocomplete: 'off' });

const yesNoOrNotKnown = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'not known', label: 'Not known' },
] as const;

const fields = {
  title: optionalText({ label: 'Title', max: 20, width: 5 }),
  forename: optionalText({ label: 'First name', max: 100 }),
  surname: text({ label: 'Last name', max: 100 }),
  relationship: oneOf({
    label: 'Relationship',
    kind: 'select',
    options: relationship.codes.map(({ code, label }) => ({ value: code, label })),
  }),
  hasParentalResponsibility: oneOf({
    label: 'Parental responsibility',
    hint: 'In law. It is no permission to contact, nor to be sent a record.',
    options: yesNoOrNotKnown,
    missing: 'Select whether they have parental responsibility',
  }),
  livesWith: oneOf({
    label: 'Lives with the pupil',
    options: yesNoOrNotKnown,
    missing: 'Select whether they live with the pupil',
  }),
  priority: wholeNumber({
    label: 'Order to ring',
    hint: '1 is the first to ring',
    min: 1,
    max: 99,
    width: 2,
  }),
  phone: optionalText({ label: 'Telephone', max: 40, width: 20 }),
  otherPhone: optionalText({ label: 'Other telephone', max: 40, width: 20 }),
  email: optionalEmail,
  preferredContact: optionalOneOf({
    label: 'Prefers to be reached by',
    options: waysOfContact.map((way) => ({ value: way, label: way.charAt(0).toUpperCase() + way.slice(1) })),
  }),
  language: optionalText({ label: 'Language', hint: 'Such as Igbo', max: 60, width: 20 }),
  needsInterpreter: tick({ label: 'Needs an interpreter at meetings' }),
  address: optionalText({ label: 'Address', max: 400, kind: 'longText' }),
  getsLetters: tick({ label: 'Gets letters about the pupil' }),
  isRestricted: tick({
    label: 'A court restricts contact',
    hint: 'No link, code or letter is ever made for them. Add the order itself as an alert.',
  }),
};

export const newCarerForm = form(fields);
export const carerForm = form({ ...fields, version: version(), tieVersion: version() });

export const endCarerForm = form({
  endedOn: date({ label: 'Last day', missing: 'Enter the last day' }),
  why: optionalText({ label: 'Why', max: 1000, kind: 'longText' }),
  tieVersion: version(),
});

type Answer = (typeof yesNoOrNotKnown)[number]['value'];
/** What was answered: null is not known. */
export const readAnswer = (answer: Answer): boolean | null =>
  answer === 'not known' ? null : answer === 'yes';
export const answerOf = (held: boolean | null): Answer => (held === null ? 'not known' : held ? 'yes' : 'no');
