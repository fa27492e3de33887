import { middleDate, schoolDate } from '#src/kernel/dates.ts';
import { factKinds, factWords } from '#src/modules/pupils/index.ts';
import type { TagKind } from '#src/ui/tag.tsx';
import type { FileKind } from '../domain/file-kinds.ts';
import type { ImportState, KeptImport } from '../domain/kept-import.ts';
import type { KeptChange } from '../queries/find-import.ts';

/** Where an import stands, in words. */
export const stateWords: Record<ImportState, string> = {
  mapping: 'Columns to check',
  reviewing: 'To review',
  committing: 'Being taken in',
  committed: 'Taken in',
  undoing: 'Being undone',
  undone: 'Undone',
  set_aside: 'Set aside',
};

export const stateTags: Record<ImportState, TagKind> = {
  mapping: 'warn',
  reviewing: 'warn',
  committing: 'watch',
  committed: 'good',
  undoing: 'watch',
  undone: 'watch',
  set_aside: 'watch',
};

const formatWords = { ctf: 'Common transfer file', csv: 'CSV table', xlsx: 'Excel workbook' } as const;

const kindWords: Record<FileKind | 'scores' | 'provision' | 'ehc_plans' | 'finance', string> = {
  pupils: 'pupils',
  contacts: 'contacts',
  sen: 'SEN',
  classes: 'classes',
  staff: 'staff',
  attendance: 'attendance',
  suspensions: 'suspensions',
  timetable: 'timetable',
  scores: 'scores',
  provision: 'provision',
  ehc_plans: 'EHC plans',
  finance: 'the finance system',
};
const isKind = (kind: string): kind is keyof typeof kindWords => Object.hasOwn(kindWords, kind);

/** `CSV table of pupils, SEN`. */
export function fileWords({ header }: Pick<KeptImport, 'header'>): string {
  const kinds = header.kinds.filter(isKind).map((kind) => kindWords[kind]);
  return kinds.length === 0
    ? formatWords[header.format]
    : `${formatWords[header.format]} of ${kinds.join(', ')}`;
}

/** `1,204 new`, with the thousands apart. */
export const count = (number: number): string => number.toLocaleString('en-GB');

/** `1 record`, `2 records`. */
export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${count(number)} ${number === 1 ? one : many}`;

/** A value of either side as a person reads it: the label of its code, a date in words, else the text itself. */
export function saidWords({ does }: Pick<KeptChange, 'does'>, value: string | null): string {
  if (value === null) return 'Nothing';
  const kind = factKinds.find((known) => known === does?.fact?.kind);
  if (kind !== undefined) return factWords(kind, value);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? middleDate(schoolDate(value)) : value;
}
