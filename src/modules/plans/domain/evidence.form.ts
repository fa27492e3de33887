import { z } from 'zod';
import { blankToUndefined, date, form, optionalText, text, version } from '#src/kernel/form.ts';

/** A number such as 25 or 12.5, or nothing. */
const result = {
  label: 'A number',
  hint: 'If it was counted or tested, such as: 25',
  kind: 'text' as const,
  isOptional: true,
  width: 10 as const,
  schema: z.preprocess(
    blankToUndefined,
    z
      .string()
      .trim()
      .regex(/^\d{1,6}(?:\.\d{1,2})?$/, 'A number must be like 25 or 12.5')
      .transform(Number)
      .optional(),
  ),
};

/** A file, or none: a browser sends an empty one when nothing was chosen. */
const file = {
  label: 'Photo or file',
  hint: 'JPEG, PNG or HEIC picture, PDF, Word or Excel, up to 25 MB',
  kind: 'file' as const,
  isOptional: true,
  schema: z.preprocess(
    (value) => (value instanceof File && value.size > 0 ? value : undefined),
    z.instanceof(File).optional(),
  ),
};

export const evidenceForm = form({
  words: optionalText({
    label: 'What you saw',
    hint: 'Such as: Read 25 words of the list on Monday, with a pause',
    max: 2000,
    kind: 'longText',
  }),
  result,
  seenOn: date({ label: 'Seen on', missing: 'Enter the day' }),
  file,
});

export const withdrawEvidenceForm = form({
  why: text({ label: 'Why it is withdrawn', max: 1000, missing: 'Enter why it is withdrawn' }),
  version: version(),
});
