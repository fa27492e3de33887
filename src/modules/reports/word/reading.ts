import type { FormBlock, Place } from '../domain/place.ts';
import type { XmlElement } from './xml.ts';

/** A place with the way to write there. `put` gives the reason in a sentence where nothing could be written. */
export type Spot = {
  readonly place: Place;
  readonly put: (values: readonly string[]) => string | null;
};

/** What is known while a part of a form is read from its beginning to its end. */
export type Reading = {
  /** Empty for the body; `header1:` for a page's head. */
  readonly part: string;
  readonly spots: Spot[];
  /** The level of a heading by the name of its style; null for what is none. */
  readonly levelOf: (style: string) => number | null;
  /** Reads what a cell holds: a cell may hold all that a body does. */
  readonly blocks: (holder: XmlElement, of: Reading, around: Within) => FormBlock[];
  heading: string;
  paragraphs: number;
  tables: number;
  controls: number;
  /** Boxes to tick, to which the next line may add more. */
  ticks: TickGroup | null;
};

export type TickGroup = {
  readonly options: string[];
  readonly setters: ((isTicked: boolean) => void)[];
};

/** What the form says beside or above what is read now. */
export type Around = {
  readonly label: string;
  /** Whether words that end with a colon are a place to write after them. */
  readonly takesEnd: boolean;
};

export type Within = Around & { readonly isInCell: boolean };

const longest = 160;

/** A label as a person would say it: without numbers before it, without the colon. */
export function cleanLabel(words: string): string {
  const line =
    words
      .split(/[\n\t]|\s{3,}/)
      .map((one) => one.trim())
      .findLast((one) => /[\p{L}\p{N}]/u.test(one)) ?? '';
  const clean = line
    .replace(/^[^\p{L}\p{N}(“"]+/u, '')
    .replace(/^\(?(\d{1,2}(\.\d{1,2})*|[a-z])[.)]\s+/i, '')
    .replace(/[\s:–—-]+$/u, '')
    .replace(/\s+/g, ' ');
  return clean.length <= longest ? clean : `${clean.slice(0, longest - 1)}…`;
}
