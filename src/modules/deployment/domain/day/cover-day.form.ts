import { z } from 'zod';
import { form, version } from '../../../../kernel/form.ts';

const some = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** Which of the suggestions of a day are taken. */
export const mendForm = form({
  keys: {
    kind: 'checkboxes' as const,
    label: 'What is done',
    schema: z.preprocess(
      some,
      z.array(z.string().max(3000)).min(1, 'Tick what is to be done').max(300, 'Tick 300 things or fewer'),
    ),
  },
  version: { ...version(), schema: z.coerce.number().int().min(0) },
});
