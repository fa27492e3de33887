import type { Audience } from '../../../kernel/access.ts';
import { addDays, fromPlain, plain, type SchoolDate } from '../../../kernel/dates.ts';
import type { PersonId, PupilId } from '../../../kernel/ids.ts';

/** As whom a guest comes. */
export const capacities = [
  { value: 'professional', label: 'Outside professional' },
  { value: 'social_worker', label: 'Social worker' },
  { value: 'supply_teacher', label: 'Supply teacher' },
  { value: 'referring_school', label: 'Referring school' },
  { value: 'next_school', label: 'Next school' },
] as const;
export type Capacity = (typeof capacities)[number]['value'];
export const capacityOf = (text: string): Capacity => {
  const known = capacities.find(({ value }) => value === text);
  if (known === undefined) throw new Error(`Unknown capacity ${text}`);
  return known.value;
};
export const capacityWords = (text: string): string =>
  capacities.find(({ value }) => value === text)?.label ?? text;

/** What may be chosen for a guest besides name, class and numbers; notes of staff and care are never among it. */
export const guestAudiences = [
  { value: 'family', label: 'What the family reads' },
  { value: 'staff', label: 'SEN status, needs and attendance' },
  { value: 'health', label: 'Health' },
] as const satisfies readonly { value: Audience; label: string }[];

/** `Name and class; SEN status, needs and attendance` */
export const guestSeesWords = (sees: readonly Audience[]): string =>
  [
    'Name and class',
    ...guestAudiences.filter(({ value }) => sees.includes(value)).map(({ label }) => label),
  ].join('; ');

/** The last day that is offered: six weeks from today. */
export const usualLastDay = (today: SchoolDate): SchoolDate => addDays(today, 42);
/** The last day that is taken: a guest is asked anew after twelve months. */
export const latestLastDay = (today: SchoolDate): SchoolDate => fromPlain(plain(today).add({ months: 12 }));

/** What is wrong with the last day of a guest, or null (rule access-2). */
export function lastDayFault(untilOn: SchoolDate, today: SchoolDate): string | null {
  if (untilOn < today) return 'The last day must be today or later';
  return untilOn > latestLastDay(today) ? 'The last day must be within 12 months from today' : null;
}

/** One pupil that one guest reaches until a day. */
export type GuestPlace = {
  readonly reachId: string;
  readonly personId: PersonId;
  readonly knownAs: string;
  readonly pupilId: PupilId;
  readonly capacity: Capacity;
  readonly reason: string;
  readonly sees: readonly Audience[];
  readonly fromOn: SchoolDate;
  /** The last day, that day included. */
  readonly untilOn: SchoolDate;
  /** Ended before its day. */
  readonly isWithdrawn: boolean;
  readonly invitedBy: string | null;
  readonly version: number;
};

/** A place opens the pupil's pages from its first day to the end of its last: by the dates alone. */
export const isOpenOn = (
  { fromOn, untilOn, isWithdrawn }: Pick<GuestPlace, 'fromOn' | 'untilOn' | 'isWithdrawn'>,
  on: SchoolDate,
): boolean => !isWithdrawn && fromOn <= on && on <= untilOn;
