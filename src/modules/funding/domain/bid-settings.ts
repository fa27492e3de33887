import { addDays, longDate, plain, type SchoolDate } from '#src/kernel/dates.ts';

/** A band of an authority: what it is called there, and what it pays a year. */
export type TopUpBand = {
  readonly bandId: string;
  readonly authorityId: string;
  readonly name: string;
  readonly pencePerYear: number;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
  readonly version: number;
};

/** When an authority takes bids: between two days, or each term between two of its weeks. */
export type TopUpWindow = {
  readonly windowId: string;
  readonly authorityId: string;
  readonly name: string;
  readonly opensOn: SchoolDate | null;
  readonly closesOn: SchoolDate | null;
  readonly opensWeek: number | null;
  readonly closesWeek: number | null;
  readonly version: number;
};

/** What an authority wants to see with a bid, and how long it takes. LOCAL: none of it is law. */
export type TopUpRules = {
  /** Plans of so many cycles that were issued. */
  readonly cycles?: number | undefined;
  /** Provision that costs more than the school’s own part. */
  readonly costs?: boolean | undefined;
  /** A professional’s report of the last so many months. */
  readonly adviceMonths?: number | undefined;
  readonly results?: boolean | undefined;
  readonly pupilViews?: boolean | undefined;
  readonly parentViews?: boolean | undefined;
  /** Whatever else it asks for, in its own words. */
  readonly others: readonly string[];
  /** Within so many weeks it decides. */
  readonly decideWeeks?: number | undefined;
  /** So many weeks before its end it wants to be asked again. */
  readonly renewWeeks?: number | undefined;
  /** Where this is said. */
  readonly source?: string | undefined;
};

/** All that is kept of one authority’s top-up. */
export type TopUpSettings = {
  readonly authorityId: string;
  readonly rules: TopUpRules;
  /** 0 where nothing was ever said. */
  readonly version: number;
  readonly bands: readonly TopUpBand[];
  readonly windows: readonly TopUpWindow[];
};

/** A window on the calendar. */
export type OpenTime = { readonly name: string; readonly opensOn: SchoolDate; readonly closesOn: SchoolDate };

type Term = { readonly name: string; readonly from: SchoolDate };

const mondayOf = (date: SchoolDate): SchoolDate => addDays(date, 1 - plain(date).dayOfWeek);

/**
 * The windows on the calendar, the earliest first (rule topup-4). Week 1 of a term is the one of its first day; it opens on a
 * Monday and closes on a Friday. Weeks 2 to 3 of a term from Wed 2 Sep 2026: Mon 7 to Fri 18 September.
 */
export const openTimes = (windows: readonly TopUpWindow[], terms: readonly Term[]): readonly OpenTime[] =>
  windows
    .flatMap(({ name, opensOn, closesOn, opensWeek, closesWeek }): OpenTime[] => {
      if (opensOn !== null && closesOn !== null) return [{ name, opensOn, closesOn }];
      if (opensWeek === null || closesWeek === null) return [];
      return terms.map((term) => ({
        name: `${name}, ${term.name.toLowerCase()} term`,
        opensOn: addDays(mondayOf(term.from), 7 * (opensWeek - 1)),
        closesOn: addDays(mondayOf(term.from), 7 * (closesWeek - 1) + 4),
      }));
    })
    .toSorted((one, other) => (one.closesOn < other.closesOn ? -1 : 1));

/** The window that is open on a day, else the next one; null where none is known to come. */
export const windowAt = (times: readonly OpenTime[], on: SchoolDate): OpenTime | null =>
  times.find(({ closesOn }) => closesOn >= on) ?? null;

/** Whether an authority takes bids on a day: always, where it has no windows. */
export const isTakenOn = (
  windows: readonly TopUpWindow[],
  times: readonly OpenTime[],
  on: SchoolDate,
): boolean => windows.length === 0 || times.some(({ opensOn, closesOn }) => opensOn <= on && on <= closesOn);

/** Why a window cannot be kept as it was typed, or null: in the past nobody can send anything in it. */
export function windowFault(
  {
    opensOn,
    closesOn,
    opensWeek,
    closesWeek,
  }: Pick<TopUpWindow, 'opensOn' | 'closesOn' | 'opensWeek' | 'closesWeek'>,
  today: SchoolDate,
): { readonly field: 'opensOn' | 'closesOn' | 'opensWeek' | 'closesWeek'; readonly words: string } | null {
  const ofWeeks = opensWeek !== null || closesWeek !== null;
  if (ofWeeks && (opensOn !== null || closesOn !== null))
    return { field: 'opensWeek', words: 'Enter either days or weeks of the term' };
  if (ofWeeks) {
    if (opensWeek === null) return { field: 'opensWeek', words: 'Enter the week in which it opens' };
    if (closesWeek === null) return { field: 'closesWeek', words: 'Enter the week in which it closes' };
    return closesWeek < opensWeek ? { field: 'closesWeek', words: 'It must close after it opens' } : null;
  }
  if (opensOn === null) return { field: 'opensOn', words: 'Enter when it opens' };
  if (closesOn === null) return { field: 'closesOn', words: 'Enter when it closes' };
  if (closesOn < opensOn) return { field: 'closesOn', words: 'It must close after it opens' };
  return closesOn < today
    ? { field: 'closesOn', words: `It closed already, on ${longDate(closesOn)}` }
    : null;
}
