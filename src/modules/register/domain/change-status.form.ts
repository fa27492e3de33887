import { date, form, oneOf, optionalDate, text, tick } from '#src/kernel/form.ts';
import { senStatuses, statusLabel } from './sen-status.ts';

const hints = {
  none: 'Not, or no longer, on the register',
  monitoring: 'Watched by the school before SEN support: N in the census',
  sen_support: 'Special educational provision by the school: K in the census',
  ehc_plan:
    'The final plan is issued: E in the census. While an assessment runs, the pupil stays as they are.',
} as const;

/** What the form was drawn from: a save that is older than the record overwrites nothing. */
export const seen = () => text({ label: 'Seen', max: 400, kind: 'hidden' });

export const changeStatusForm = form({
  status: oneOf({
    label: 'Status',
    options: senStatuses.map((value) => ({ value, label: statusLabel[value], hint: hints[value] })),
    missing: 'Select a status',
  }),
  fromOn: date({ label: 'From', missing: 'Enter the day from which it holds' }),
  reason: text({
    label: 'Reason',
    hint: 'What led to it, and who was asked. It stays with the status.',
    max: 1000,
    kind: 'longText',
    missing: 'Enter the reason',
  }),
  isPlanCeased: tick({
    label: 'The local authority has ceased to maintain the EHC plan',
    hint: 'Only when a pupil leaves an EHC plan (Children and Families Act 2014, section 45).',
  }),
  parentsToldOn: optionalDate({ label: 'Parents told on' }),
  seen: seen(),
});
