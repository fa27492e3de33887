import { form, oneOf, optionalDate, optionalText, text, tick } from '#src/kernel/form.ts';
import { seen } from './change-status.form.ts';
import { outcomeLabel, outcomes } from './concern.ts';

const select = (label: string) => ({ ...optionalText({ label, max: 100 }), kind: 'select' as const });

export const decideConcernForm = form({
  outcome: oneOf({
    label: 'Decision',
    options: outcomes.map((value) => ({ value, label: outcomeLabel[value] })),
    missing: 'Select what is decided',
  }),
  why: text({
    label: 'Reason',
    hint: 'Whoever raised the concern reads it.',
    max: 1000,
    kind: 'longText',
    missing: 'Enter the reason',
  }),
  dueOn: optionalDate({ label: 'Until when' }),
  ownerPersonId: select('Who does it'),
  endsMonitoring: tick({ label: 'End monitoring: the status becomes No SEN' }),
  sinceOn: optionalDate({ label: 'SEN support from' }),
  needType: select('Primary need'),
  ownWords: optionalText({ label: 'The need in your own words', max: 2000, kind: 'longText' }),
  parentsToldOn: optionalDate({
    label: 'Parents told on',
    hint: 'Blank until they are told: it stays flagged until then',
  }),
  toldHow: optionalText({
    label: 'Who told them, and how',
    hint: 'Such as: Mrs Doyle, by telephone',
    max: 400,
  }),
  seen: seen(),
});
