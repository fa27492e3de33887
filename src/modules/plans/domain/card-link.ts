import type { SchoolDate } from '#src/kernel/dates.ts';
import type { GroupId } from '#src/kernel/ids.ts';

/** A link that shows the card of one class on one day to whoever holds it. */
export type CardLink = {
  readonly cardLinkId: string;
  readonly groupId: GroupId;
  readonly onDay: SchoolDate;
  readonly lentTo: string | null;
  readonly lentBy: string | null;
  readonly openedCount: number;
  readonly isStopped: boolean;
  readonly version: number;
};

/** How many days ahead a link may be made. */
export const lendDaysAhead = 14;

/** Whether the link answers today, by the day in London: from its first midnight to the next (rule card-4). */
export const doesAnswer = (
  { onDay, isStopped }: Pick<CardLink, 'onDay' | 'isStopped'>,
  today: SchoolDate,
): boolean => onDay === today && !isStopped;

/** A pupil as a supply teacher meets them: `Amara O.`, and the lines that say what to do. */
export type SupplyCard = {
  readonly name: string;
  readonly must: readonly string[];
  readonly should: readonly string[];
  /** Lines that name a diagnosis or a status, and so are left out. */
  readonly leftOut: number;
};

/** `Amara O.`: the first letter of the surname, as it is written. */
export const shortName = (forename: string, surname: string): string =>
  `${forename} ${[...surname.trim()][0]?.toLocaleUpperCase('en-GB') ?? ''}.`;
