/**
 * Somewhere in a form where a fact may go. `cell` is an empty cell beside or under its label, `rows` a column of empty rows
 * under a heading, `line` a blank in a line of text, `below` an empty paragraph under its question, `control` a content
 * control of Word, `slot` a name in braces, `ticks` boxes to tick.
 */
export type Place = {
  /** The same each time that the same file is read: kind, then where it stands. */
  readonly address: string;
  readonly kind: 'cell' | 'rows' | 'line' | 'below' | 'control' | 'slot' | 'ticks';
  /** What the form itself says there. */
  readonly label: string;
  /** The heading under which it stands; empty where there is none. */
  readonly heading: string;
  /** What can be ticked or chosen; empty where anything can be written. */
  readonly options: readonly string[];
};

export const placeKindWords: Readonly<Record<Place['kind'], string>> = {
  cell: 'Box',
  rows: 'Rows of a table',
  line: 'Blank in a line',
  below: 'Space under a question',
  control: 'Field of Word',
  slot: 'Name in braces',
  ticks: 'Boxes to tick',
};

/** Words of the form, or a place between them by its address. */
export type FormPiece = string | { readonly address: string };
export type FormCell = { readonly span: number; readonly blocks: readonly FormBlock[] };
/** A form as its reader sees it, without its look. */
export type FormBlock =
  | { readonly kind: 'heading' | 'text'; readonly pieces: readonly FormPiece[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly FormCell[])[] };

/** Words as they are compared: small letters and figures, one space between. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[’'`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Which of some options a value names: the same words, or an option that is more or less spelt out. */
export function optionsNamed(options: readonly string[], values: readonly string[]): readonly number[] {
  const wanted = values.map(plainWords).filter((value) => value !== '');
  const plain = options.map(plainWords);
  const exact = plain.flatMap((option, at) => (wanted.some((value) => isSame(option, value)) ? [at] : []));
  if (exact.length > 0) return exact;
  return plain.flatMap((option, at) =>
    option.length >= 4 && wanted.some((value) => value.length >= 4 && isWithin(option, value)) ? [at] : [],
  );
}

const short: Readonly<Record<string, string>> = { y: 'yes', n: 'no', m: 'male', f: 'female' };
const long = (words: string): string => short[words] ?? words;
const isSame = (one: string, other: string): boolean => long(one) === long(other);
const isWithin = (one: string, other: string): boolean =>
  ` ${one} `.includes(` ${other} `) || ` ${other} `.includes(` ${one} `);
