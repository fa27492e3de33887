import type { SchoolDate } from '../dates.ts';

/**
 * How far a code may be used. `withdrawn`: read it in old data, never write it. `announced`: in the newest
 * list, first collection not known. `unverified` and `disputed`: the code was seen, its meaning is not sure.
 * `local`: met in schools' systems, not a code of the Department for Education.
 */
export type CodeStatus = 'current' | 'withdrawn' | 'announced' | 'unverified' | 'disputed' | 'local';

export type Code<C extends string = string> = {
  readonly code: C;
  readonly label: string;
  /** Left out where it is `current`. */
  readonly status?: CodeStatus;
  /** First and last day on which the code may be used, both included. Left out where there is no limit or none is known. */
  readonly validFrom?: string;
  readonly validUntil?: string;
  /** What the code belongs to: area of the Code of Practice, key stage, region. */
  readonly group?: string;
  /** The main code that an extended code is a part of. */
  readonly parent?: string;
  /** The codes that took its place. */
  readonly successors?: readonly string[];
  readonly note?: string;
  /** Left out where it is that of the list. */
  readonly source?: string;
};

export type CodeList<C extends string = string> = {
  readonly name: string;
  /** Where the codes come from: CBDS is the Department for Education's Common Basic Data Set. */
  readonly source: string;
  /** In the order in which people expect them. */
  readonly codes: readonly Code<C>[];
};

/** The codes of a list as a type: `CodeOf<typeof senProvision>`. */
export type CodeOf<L extends CodeList> = L['codes'][number]['code'];

/** Keeps the codes of a list as a type. */
export const codeList = <const C extends string>(list: CodeList<C>): CodeList<C> => list;

const indexes = new WeakMap<CodeList, Map<string, Code>>();

function indexOf<C extends string>(list: CodeList<C>): ReadonlyMap<string, Code<C>> {
  const known = indexes.get(list);
  if (known !== undefined) return known as Map<string, Code<C>>;
  const index = new Map(list.codes.map((code) => [code.code.toUpperCase(), code]));
  indexes.set(list, index);
  return index;
}

/** Was the code in use on that day? A code withdrawn on a day not known, or a local one, never is. */
export function isInForce(code: Code, on: SchoolDate): boolean {
  if (code.status === 'local') return false;
  if (code.status === 'withdrawn' && code.validUntil === undefined) return false;
  return (
    (code.validFrom === undefined || code.validFrom <= on) &&
    (code.validUntil === undefined || on <= code.validUntil)
  );
}

/**
 * The code that a text names, spaces around it and case set aside; null when the list has none. With a day,
 * only a code that was in force then. Unknown text is for the caller to keep and report, never to drop.
 */
export function findCode<C extends string>(list: CodeList<C>, text: string, on?: SchoolDate): Code<C> | null {
  const code = indexOf(list).get(text.trim().toUpperCase()) ?? null;
  if (code === null || on === undefined) return code;
  return isInForce(code, on) ? code : null;
}

/** The codes that may be chosen on that day, in the order of the list. */
export const listCodesInForce = <C extends string>(list: CodeList<C>, on: SchoolDate): readonly Code<C>[] =>
  list.codes.filter((code) => isInForce(code, on));

/** The label of a code; a code that is not in the list is shown as such, never hidden. */
export const labelOf = (list: CodeList, code: string): string =>
  findCode(list, code)?.label ?? `not recognised (${code})`;
