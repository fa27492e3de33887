import { type RawBuilder, sql } from 'kysely';

/**
 * Many rows as one text, for lists of hundreds: building and reading an object for each takes longer than finding them.
 * What is null comes as nothing. `plain` holds ids, numbers, codes and JSON; `words` what somebody typed, which may hold
 * the marks that part the values.
 */
export const packed = (plain: readonly string[], words: readonly string[], order?: RawBuilder<unknown>) => {
  const value = (column: string) => sql`coalesce(${sql.ref(column)}::text, '')`;
  const typed = (column: string) => sql`translate(${value(column)}, chr(31) || chr(30), '  ')`;
  const values = [...plain.map(value), ...words.map(typed)];
  return sql<string>`coalesce(string_agg(${sql.join(values, sql` || chr(31) || `)}, chr(30) ${order ?? sql``}), '')`;
};

export const unpack = (text: string): readonly (readonly string[])[] =>
  text === '' ? [] : text.split('\u001e').map((row) => row.split('\u001f'));
