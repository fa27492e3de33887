import { date, form, money } from '../../../../kernel/form.ts';

/** Up to which yearly cost the school pays itself, from a day on. */
export const thresholdForm = form({
  pence: money({
    label: 'Threshold a year for a pupil',
    hint: 'In pounds. £6,000 since 2013',
    maxPence: 100_000_000,
  }),
  fromOn: date({ label: 'From', hint: 'Usually 1 April or 1 September' }),
});
