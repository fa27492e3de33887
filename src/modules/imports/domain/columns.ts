import type { Subject } from './field.ts';
import { type FieldName, fields } from './fields.ts';
import { type FileKind, kindsOf } from './file-kinds.ts';
import { type HeadingRead, readHeading } from './headings.ts';
import { guessBySamples, isContradicted } from './samples.ts';

/** What one column is taken for. A person may change field and block; both are remembered. */
export type ColumnMapping = {
  /** From 0. */
  readonly column: number;
  readonly field: FieldName | null;
  /** Which contact or need the column belongs to, from 1. */
  readonly block: number;
};

export type ColumnGuess = ColumnMapping & {
  readonly heading: string;
  readonly confidence: 'sure' | 'likely' | 'guess' | 'none';
  /** One sentence for the person who checks the mapping. */
  readonly why: string;
};

export type ColumnsRead = {
  readonly kinds: readonly FileKind[];
  readonly columns: readonly ColumnGuess[];
  /** Headings that no field was found for. */
  readonly unknown: readonly string[];
};

/** Whose fields are looked for first, by what the file is about. */
function subjectsFor(kinds: readonly FileKind[]): readonly Subject[] {
  if (kinds.includes('staff')) return ['staff'];
  if (kinds.includes('timetable')) return ['lesson', 'group'];
  const has = (kind: FileKind): boolean => kinds.includes(kind);
  return [
    ...(has('suspensions') ? (['suspension'] as const) : []),
    ...(has('classes') ? (['group'] as const) : []),
    'pupil',
    ...(has('sen') ? (['need'] as const) : []),
    ...(has('attendance') ? (['attendance'] as const) : []),
    ...(has('contacts') ? (['contact'] as const) : []),
  ];
}

/** What stands so far while columns are taken one after the other. */
type Taken = { readonly slots: Set<string>; isInContact: boolean; readonly seen: Map<string, number> };

const slotOf = (field: FieldName, block: number): string => `${field} ${block}`;

/** In a file of contacts, headings after the first that speaks of a contact are the contact's. */
function ownSubjects(read: HeadingRead, taken: Taken, subjects: readonly Subject[]): readonly Subject[] {
  if (!subjects.includes('contact')) return subjects;
  const isContact = read.owner === 'contact' || (taken.isInContact && read.owner !== 'pupil');
  return isContact ? ['contact', ...subjects.filter((subject) => subject !== 'contact')] : subjects;
}

/** The block of a column: its number, or for repeated blocks without numbers the first that is free. */
function blockFor(field: FieldName, read: HeadingRead, taken: Taken): number | null {
  const { mayRepeat, subject } = fields[field];
  if (subject === 'contact') {
    if (read.number !== null && (read.owner === 'contact' || !mayRepeat)) return read.number;
    for (let block = 1; block <= 9; block++)
      if (mayRepeat || !taken.slots.has(slotOf(field, block))) return block;
    return null;
  }
  if (field === 'need')
    return read.number ?? [...taken.slots].filter((slot) => slot.startsWith('need ')).length + 1;
  return mayRepeat || !taken.slots.has(slotOf(field, 1)) ? 1 : null;
}

type Choice = { readonly field: FieldName; readonly block: number };

/** The first field that fits the file and is free. */
function choose(read: HeadingRead, taken: Taken, subjects: readonly Subject[]): Choice | null {
  const order = ownSubjects(read, taken, subjects);
  const fitting = read.candidates
    .filter((name) => order.includes(fields[name].subject))
    .sort((a, b) => order.indexOf(fields[a].subject) - order.indexOf(fields[b].subject));
  for (const field of fitting) {
    const block = blockFor(field, read, taken);
    if (block !== null) return { field, block };
  }
  return null;
}

/** A pupil's title is not kept: of two titles the first is the pupil's. */
const isPupilsTitle = (read: HeadingRead, taken: Taken, all: readonly HeadingRead[]): boolean =>
  read.words === 'title' &&
  !taken.isInContact &&
  all.filter((other) => other.words === 'title').length > 1 &&
  !taken.seen.has('title');

function noteContact(read: HeadingRead, taken: Taken): void {
  const isRepeated = taken.seen.has(read.words) && read.words !== '';
  const isContactOnly =
    read.candidates.length > 0 && read.candidates.every((name) => fields[name].subject === 'contact');
  if (read.owner !== 'pupil' && (isRepeated || isContactOnly || read.words === 'title'))
    taken.isInContact = true;
}

function guessOf(
  at: { readonly column: number; readonly heading: string },
  read: HeadingRead,
  choice: Choice | null,
): ColumnGuess {
  if (choice === null) {
    const why =
      read.candidates.length > 0
        ? 'Another column has this already, or the file is not about it.'
        : 'The heading is not known.';
    return { ...at, field: null, block: 1, confidence: 'none', why };
  }
  const { label } = fields[choice.field];
  const isSure = read.candidates.length === 1 && (read.owner === null || read.owner === 'contact');
  const why = isSure ? `The heading means: ${label}.` : `In a file of this kind the heading means: ${label}.`;
  return { ...at, ...choice, confidence: isSure ? 'sure' : 'likely', why };
}

/** With ranks of needs in the file, a bare start date is the need's. */
const orderOfDates = (read: HeadingRead, hasRanks: boolean): HeadingRead =>
  hasRanks && read.words === 'start date' ? { ...read, candidates: [...read.candidates].reverse() } : read;

type Setting = {
  readonly kinds: readonly FileKind[];
  readonly reads: readonly HeadingRead[];
  readonly hasRanks: boolean;
  readonly taken: Taken;
};

/** The field of a column by its heading, unless its rows say otherwise. */
function chooseByHeading(read: HeadingRead, values: readonly string[], setting: Setting): Choice | null {
  const choice = choose(read, setting.taken, subjectsFor(setting.kinds));
  return choice !== null && isContradicted(choice.field, values) ? null : choice;
}

function guessColumn(
  at: { readonly column: number; readonly heading: string },
  values: readonly string[],
  setting: Setting,
): ColumnGuess {
  const { kinds, reads, hasRanks, taken } = setting;
  const read = orderOfDates(reads[at.column] ?? readHeading(''), hasRanks);
  const isLeftOut = isPupilsTitle(read, taken, reads);
  if (!isLeftOut && kinds.includes('contacts')) noteContact(read, taken);
  taken.seen.set(read.words, at.column);
  if (isLeftOut) return guessOf(at, read, null);
  const choice = chooseByHeading(read, values, setting);
  if (choice !== null) {
    taken.slots.add(slotOf(choice.field, choice.block));
    return guessOf(at, read, choice);
  }
  const field = guessBySamples(values);
  if (field === null || taken.slots.has(slotOf(field, 1))) return guessOf(at, read, null);
  taken.slots.add(slotOf(field, 1));
  const why = `What stands in the column looks like: ${fields[field].label}.`;
  return { ...at, field, block: 1, confidence: 'guess', why };
}

/**
 * Tells what a table is about and what each column holds, from its headings and some of its rows. The same
 * heading twice is the pupil's and then the contact's. What the rows contradict is left open, and so is what
 * nobody can know: a person decides.
 */
export function recogniseColumns(
  headings: readonly string[],
  samples: readonly (readonly string[])[],
): ColumnsRead {
  const reads = headings.map(readHeading);
  const kinds = kindsOf(reads);
  const hasRanks = reads.some((read) => read.candidates.includes('needRank'));
  const taken: Taken = { slots: new Set(), isInContact: false, seen: new Map() };
  const columns = headings.map((heading, column) => {
    const values = samples.map((row) => row[column] ?? '');
    return guessColumn({ column, heading }, values, { kinds, reads, hasRanks, taken });
  });
  const unknown = columns.filter(({ field, heading }) => field === null && heading !== '');
  return { kinds, columns, unknown: unknown.map(({ heading }) => heading) };
}

/** Puts what a person chose, now or for the same headings before, in the place of the guesses. */
export const withChosen = (
  guessed: readonly ColumnGuess[],
  chosen: readonly ColumnMapping[],
): readonly ColumnGuess[] =>
  guessed.map((guess) => {
    const choice = chosen.find(({ column }) => column === guess.column);
    if (choice === undefined || (choice.field === guess.field && choice.block === guess.block)) return guess;
    return { ...guess, ...choice, confidence: 'sure', why: 'Chosen by a person for these headings.' };
  });
