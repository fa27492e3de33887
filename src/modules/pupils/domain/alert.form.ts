import { date, form, oneOf, optionalDate, optionalText, text } from '../../../kernel/form.ts';
import { alertsOf } from './alerts.ts';

export const newAlertForm = form({
  kind: oneOf({
    label: 'Kind',
    options: [
      {
        value: 'medical',
        label: alertsOf.medical.label,
        hint: 'Seen by staff who teach or support the pupil',
      },
      { value: 'safety', label: alertsOf.safety.label, hint: 'Seen by staff who teach or support the pupil' },
      {
        value: 'court',
        label: alertsOf.court.label,
        hint: 'Seen by the SENCO, school leaders, the designated teacher and the safeguarding lead only',
      },
      {
        value: 'safeguarding',
        label: alertsOf.safeguarding.label,
        hint: 'Says only that the safeguarding lead holds a file. Nothing more may be written here: leave the words empty.',
      },
    ],
    missing: 'Select the kind of alert',
  }),
  words: optionalText({
    label: 'Words',
    hint: 'What must be known at a glance, such as: Epilepsy plan. Not for safeguarding.',
    max: 200,
  }),
  source: text({ label: 'Who says so', hint: 'Such as: mother, hospital letter of 3 May', max: 100 }),
  fromOn: date({ label: 'From' }),
  untilOn: optionalDate({ label: 'Until' }),
});

export const endAlertForm = form({
  endedOn: date({ label: 'Last day', missing: 'Enter the last day' }),
  why: optionalText({ label: 'Why', max: 1000, kind: 'longText' }),
});

export const withdrawAlertForm = form({
  why: text({ label: 'Why it was never right', max: 1000, kind: 'longText', missing: 'Enter why' }),
});
