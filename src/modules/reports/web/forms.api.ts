import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { listForms } from '../queries/list-forms.ts';

/** The forms that can be filled for a pupil. */
export default endpoint({
  method: 'GET',
  path: '/forms',
  summary: 'Forms that can be filled: those of authorities, and those that Sendero brings',
  may: 'form.fill',
  about: { none: 'It tells of forms, no pupil' },
  answer: z.object({
    items: z.array(
      z.object({
        formKey: z.string(),
        name: z.string(),
        kind: z.enum(['own', 'shipped']),
        authority: z.string().nullable(),
      }),
    ),
  }),
  handle: async ({ tx }) => ({
    items: (await listForms(tx)).map((form) => ({
      formKey: form.key,
      name: form.name,
      kind: form.kind,
      authority: form.kind === 'own' ? form.authority : null,
    })),
  }),
});
