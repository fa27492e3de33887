import { date, form, optionalText } from '#src/kernel/form.ts';
import { seen } from './change-status.form.ts';

export const parentsToldForm = form({
  toldOn: date({ label: 'Told on', missing: 'Enter the day on which the parents were told' }),
  how: optionalText({
    label: 'How, and by whom',
    hint: 'Such as: letter, at the meeting of 3 May',
    max: 400,
  }),
  seen: seen(),
});
