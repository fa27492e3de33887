import { z } from 'zod';

/** Schemas that many addresses of the API share. */
export const Day = z.iso.date();

/** A field of a form in a body of JSON: the same rule and the same words; `shape` is what it looks like there. */
export const dayField = <S extends z.ZodType>(schema: S): S =>
  schema.meta({ type: 'string', format: 'date' });
export const flagField = <S extends z.ZodType>(schema: S): S => schema.meta({ type: 'boolean' });
export const textField = <S extends z.ZodType>(schema: S): S => schema.meta({ type: 'string' });

/** How a long list is walked: `after` is the `next` of the answer before. */
export const walk = {
  after: z.uuid().optional().describe('The `next` of the answer before'),
  limit: z.coerce.number().int().min(1).max(500).default(100).describe('How many at most'),
};

/** One part of a long list; `next` is null at its end. */
export const partOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), next: z.uuid().nullable() });

/** Cuts a part from rows that were asked for with one more than the limit. */
export function cutPart<R>(rows: readonly R[], limit: number, idOf: (row: R) => string) {
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next: last === undefined ? null : idOf(last) };
}
