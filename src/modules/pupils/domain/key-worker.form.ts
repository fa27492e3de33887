import { chosen, date, form, optionalText } from '../../../kernel/form.ts';

/** The choice that ends the time of the key worker before without a new one. */
export const nobody = 'nobody';

export const keyWorkerForm = form({
  staffId: chosen({ label: 'Key worker', missing: 'Select a key worker, or nobody' }),
  fromOn: date({ label: 'From' }),
  why: optionalText({ label: 'Why', max: 1000, kind: 'longText' }),
});
