import { type Expression, type RawBuilder, sql } from 'kysely';

/**
 * A text as it is searched for: without accents, apostrophes and capitals, hyphens as spaces. Both sides of a search
 * are made so, by this one expression. `Łucja O’Brien-Åse` → `lucja obrien ase`.
 */
export const plainText = (text: Expression<unknown> | string): RawBuilder<string> => sql`
  replace(replace(replace(
    translate(
      lower(regexp_replace(normalize(${text}::text, NFD), '[\u0300-\u036f]', '', 'g')),
      ${"øłđðħıþ-–’‘'`ʼ"}, 'olddhit  '),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe')`;
