import { date, form, oneOf } from '../../../kernel/form.ts';
import { leavingReasons } from './leaving.ts';

export const leavingForm = form({
  endedOn: date({
    label: 'Last day at the school',
    hint: 'It may be one to come',
    missing: 'Enter the last day at the school',
  }),
  reason: oneOf({
    label: 'Reason',
    kind: 'select',
    missing: 'Select a reason',
    options: leavingReasons.map(({ code, label }) => ({ value: code, label })),
  }),
});
