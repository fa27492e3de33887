import { date, form, oneOf, text, version, wholeNumber } from '../../../kernel/form.ts';

export const holdKinds = [
  { value: 'claim', label: 'A claim or appeal' },
  { value: 'complaint', label: 'A complaint' },
  { value: 'inquiry', label: 'An inquiry' },
  { value: 'other', label: 'Another reason' },
] as const;
export type HoldKind = (typeof holdKinds)[number]['value'];

export const holdForm = form({
  kind: oneOf({ label: 'What the records are held for', options: holdKinds, missing: 'Select what for' }),
  why: text({ label: 'Why', kind: 'longText', max: 1000, missing: 'Enter why the records are held' }),
  fromOn: date({ label: 'Held since', missing: 'Enter since when the records are held' }),
});

export const endHoldForm = form({
  why: text({ label: 'Why the hold ends', kind: 'longText', max: 1000 }),
  version: version(),
});

const years = (label: string) =>
  wholeNumber({ label, min: 19, max: 100, missing: 'Enter a number of years' });

export const retentionYearsForm = form({
  sen_pupil: years('Pupils who ever had SEN: years after birth'),
  pupil: years('Other pupils: years after birth'),
  why: text({
    label: 'Why',
    hint: 'Such as the policy of the trust, or what the authority asks for',
    kind: 'longText',
    max: 1000,
    missing: 'Enter why the school keeps records for so long',
  }),
});

export const askRemovalForm = form({
  why: text({
    label: 'Why the records go',
    hint: 'It stays when everything else is gone: name nobody',
    kind: 'longText',
    max: 1000,
    missing: 'Enter why the records go',
  }),
});

export const confirmRemovalForm = form({
  name: text({
    label: 'The pupil’s name, as it stands above',
    max: 200,
    missing: 'Enter the pupil’s name to confirm',
  }),
  version: version(),
});
