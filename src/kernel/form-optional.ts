import { z } from 'zod';
import { blankToUndefined } from './form.ts';

/** A field of any kind that may be left blank: what is written in it is read as the field reads it. */
export const mayBeBlank = <F extends { readonly schema: z.ZodType }>(field: F) => ({
  ...field,
  isOptional: true,
  schema: z.preprocess(blankToUndefined, field.schema.optional()),
});
