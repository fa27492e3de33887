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
    ],
    missing: 'Select the kind of alert',
  }),
  words: text({
    label: 'Words',
    hint: 'What must be known at a glance, such as: Epilepsy plan. Nothing about child protection: tell the safeguarding lead',
    max: 200,
    missing: 'Enter the words of the alert',
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
