import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { loadDraft, OfPupilForm } from './draft-of.ts';

const Where = { label: z.string(), heading: z.string() };

/** A form filled for a pupil from the records of today, with its Word file where that is asked for. Nothing is kept. */
export default endpoint({
  method: 'GET',
  path: '/pupils/:pupilId/forms/:formKey',
  summary: 'A form filled for a pupil: what stands in it, what is missing, and its Word file',
  params: OfPupilForm,
  search: z.strictObject({
    file: z.enum(['yes', 'no']).default('no').describe('Whether the Word file is wanted'),
  }),
  may: 'form.fill',
  about: ({ pupilId }) => [PupilId.parse(pupilId)],
  answer: z.object({
    pupilId: z.uuid(),
    formKey: z.string(),
    name: z.string(),
    filled: z.array(
      z.object({ ...Where, fact: z.string(), words: z.array(z.string()), sources: z.array(z.string()) }),
    ),
    missing: z.array(z.object({ ...Where, fact: z.string(), why: z.string() })),
    byHand: z.array(z.object(Where)),
    notes: z.array(z.string()),
    docx: z.string().nullable().describe('The Word file in base64; null unless it was asked for'),
  }),
  handle: async ({ search, ...asked }) => {
    const found = await loadDraft(asked);
    if (found === null) return null;
    const { form, draft, bytes, notes, pupil } = found;
    const where = ({ label, heading }: { readonly label: string; readonly heading: string }) => ({
      label,
      heading,
    });
    return {
      pupilId: pupil.pupilId,
      formKey: form.key,
      name: form.name,
      filled: draft.filled.map(({ place, fact, answers }) => ({
        ...where(place),
        fact,
        words: answers.map(({ words }) => words),
        sources: [...new Set(answers.map(({ source }) => source))],
      })),
      missing: draft.lacking.map(({ place, fact, why }) => ({ ...where(place), fact, why })),
      byHand: draft.byHand.map(where),
      notes: [...notes],
      docx: search.file === 'yes' ? Buffer.from(bytes).toString('base64') : null,
    };
  },
});
