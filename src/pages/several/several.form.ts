import { form, oneOf } from '#src/kernel/form.ts';
import { tickedPupils } from '#src/kernel/form-pupils.ts';
import { BulkKind, mostPupils } from '#src/modules/register/index.ts';
import { deeds } from './several-words.ts';

/** Whom, and what is to be done. */
export const severalForm = form({
  pupilIds: tickedPupils(mostPupils),
  kind: oneOf({
    label: 'What is to be done for each of them?',
    options: BulkKind.options.map((value) => ({ value, label: deeds[value].label, hint: deeds[value].hint })),
    missing: 'Select what is to be done',
  }),
});
