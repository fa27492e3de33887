import { addDays, plain, type SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Term } from '#src/modules/school/index.ts';
import type { Evidence } from './evidence.ts';
import type { SectionKind } from './plan.ts';

/** A review within so many days is asked about. */
export const askAheadDays = 14;
/** Who has written of a target within so many days is not asked of it again. */
export const freshDays = 28;
/** How many things one page asks for. */
export const mostAsked = 40;

/** The Monday of a day's week: a person is asked once in it. */
export const weekOf = (on: SchoolDate): SchoolDate => addDays(on, 1 - plain(on).dayOfWeek);

/** Nobody is asked in a holiday; where no terms are on record every week is one of school. */
export const isInTerm = (terms: readonly Term[], on: SchoolDate): boolean =>
  terms.length === 0 ||
  terms.some(
    ({ from, until, halfTerm }) =>
      from <= on && on <= until && (halfTerm === null || on < halfTerm.from || on > halfTerm.until),
  );

/** A word about a target, or a part of a plan, that somebody is asked for. */
export type AskItem = {
  readonly askItemId: string;
  readonly pupilId: PupilId;
  readonly planId: string;
  readonly forename: string;
  readonly surname: string;
  readonly className: string | null;
  readonly reviewOn: SchoolDate | null;
} & (
  | {
      readonly kind: 'target';
      readonly targetId: string;
      readonly words: string;
      readonly success: string | null;
      readonly baseline: string | null;
      readonly last: Evidence | undefined;
    }
  | {
      readonly kind: 'part';
      readonly part: SectionKind;
      /** The part as it stands; version 0 where nothing was ever saved. */
      readonly held: string | null;
      readonly version: number;
    }
);

/** What somebody was asked in a week, and how far they are. */
export type AskLine = {
  readonly askId: string;
  readonly personId: string;
  readonly knownAs: string | null;
  readonly weekOn: SchoolDate;
  readonly asked: number;
  readonly answered: number;
  readonly mailedAt: Date | null;
  readonly remindedAt: Date | null;
  readonly version: number;
};
