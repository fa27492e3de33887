import { z } from 'zod';
import { form, oneOf } from '#src/kernel/form.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { BulkKind, mostPupils } from '#src/modules/register/index.ts';
import { deeds } from './several-words.ts';

/** Whom, and what is to be done. */
export const severalForm = form({
  pupilIds: {
    label: 'Pupils',
    kind: 'checkboxes' as const,
    schema: z
      .array(PupilId, { error: 'Select pupils' })
      .min(1, 'Select at least one pupil')
      .max(mostPupils, `Select ${mostPupils} pupils or fewer: do the rest after them`),
  },
  kind: oneOf({
    label: 'What is to be done for each of them?',
    options: BulkKind.options.map((value) => ({ value, label: deeds[value].label, hint: deeds[value].hint })),
    missing: 'Select what is to be done',
  }),
});
