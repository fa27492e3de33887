import type { Subject } from './field.ts';
import { type FieldName, fieldNames, fields } from './fields.ts';
import { plainWords } from './values.ts';

/** What one heading may mean, before the rest of the file is looked at. */
export type HeadingRead = {
  readonly words: string;
  /** In the order of the field lists. */
  readonly candidates: readonly FieldName[];
  /** `Contact 2 Forename` → 2, `SEN Need 2` → 2; null when the heading has no number. */
  readonly number: number | null;
  /** A first word says whose it is: `Contact Forename`. */
  readonly owner: 'pupil' | 'contact' | 'staff' | null;
};

const byHeading: ReadonlyMap<string, readonly FieldName[]> = (() => {
  const index = new Map<string, FieldName[]>();
  for (const name of fieldNames)
    for (const words of fields[name].headings) index.set(words, [...(index.get(words) ?? []), name]);
  return index;
})();

const OWNERS: readonly (readonly ['pupil' | 'contact' | 'staff', RegExp])[] = [
  ['pupil', /^(?:pupil|student|child|learner)s?(?: s)? (.+)$/],
  [
    'contact',
    /^(?:emergency |primary )?(?:contact|parent carer|parent guardian|parent|carer|guardian)s?(?: s)?(?: (\d))? (.+)$/,
  ],
  ['staff', /^(?:staff|teacher|employee)s?(?: s)? (.+)$/],
];

const SUBJECTS_OF: Readonly<Record<'pupil' | 'contact' | 'staff', readonly Subject[]>> = {
  pupil: ['pupil', 'need', 'attendance', 'suspension'],
  contact: ['contact'],
  staff: ['staff', 'group'],
};

/** A heading whose first word names its owner: the rest is looked up among the owner's fields. */
function readOwned(words: string): HeadingRead | null {
  for (const [owner, pattern] of OWNERS) {
    const match = pattern.exec(words);
    const rest = match?.at(-1);
    if (match === null || rest === undefined) continue;
    const [, bare = rest, after] = /^(.+?)(?: (\d))?$/.exec(rest) ?? [];
    const number = (match.length === 3 ? match[1] : undefined) ?? after;
    const found = [rest, bare].flatMap((part) => byHeading.get(part) ?? []);
    const candidates = found.filter((name) => SUBJECTS_OF[owner].includes(fields[name].subject));
    if (candidates.length > 0)
      return { words, candidates, number: number === undefined ? null : Number(number), owner };
  }
  return null;
}

/** Reads a heading by itself: the whole of it, then without its owner, then without a number at its end. */
export function readHeading(heading: string): HeadingRead {
  const words = plainWords(heading.slice(0, 200));
  const whole = byHeading.get(words);
  if (whole !== undefined) {
    const isContact = whole.every((name) => fields[name].subject === 'contact');
    return { words, candidates: whole, number: null, owner: isContact ? 'contact' : null };
  }
  const owned = readOwned(words);
  if (owned !== null) return owned;
  const [, bare = '', number] = /^(.+?) ?(\d{1,2})$/.exec(words) ?? [];
  const numbered = byHeading.get(bare);
  if (numbered !== undefined) return { words, candidates: numbered, number: Number(number), owner: null };
  return { words, candidates: [], number: null, owner: null };
}

/** How many cells of a row are headings that are known: tells the heading row from titles and data. */
export const countHeadings = (cells: readonly string[]): number =>
  cells.filter((cell) => cell !== '' && readHeading(cell).candidates.length > 0).length;

/** What a file's headings are remembered by: the same headings in the same order give the same key. */
export const headingsKey = (headings: readonly string[]): string => headings.map(plainWords).join('|');
