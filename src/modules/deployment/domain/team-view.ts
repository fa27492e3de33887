import { plain, type SchoolDate } from '../../../kernel/dates.ts';
import { dayInAddress } from '../../../kernel/day-in-address.ts';
import type { FullWeek } from './full-week.ts';
import type { Weekday } from './week.ts';

/** What a page of the week shows: in its address, so that it can be kept and sent. */
export type TeamView = {
  /** The day on which the week holds; null is today. */
  readonly on: SchoolDate | null;
  readonly day: Weekday | null;
  readonly by: 'adults' | 'pupils';
  /** The demand that is in hand to be placed. */
  readonly pick: string | null;
  /** The placement that is in hand: by its key. */
  readonly hand: string | null;
};

const wordIn = (given: unknown): string | null =>
  typeof given === 'string' && /^[0-9a-f -]{1,120}$/.test(given) ? given : null;
const dayIn = (given: unknown): Weekday | null =>
  ([1, 2, 3, 4, 5] as const).find((day) => String(day) === given) ?? null;

export const parseTeam = (given: Readonly<Record<string, unknown>>): TeamView => ({
  on: dayInAddress(given, 'on') ?? null,
  day: dayIn(given.day),
  by: given.by === 'pupils' ? 'pupils' : 'adults',
  pick: wordIn(given.pick),
  hand: wordIn(given.hand),
});

export function teamAddress({ on, day, by, pick, hand }: TeamView): string {
  const search = new URLSearchParams();
  if (on !== null) search.set('on', on);
  if (day !== null) search.set('day', String(day));
  if (by === 'pupils') search.set('by', by);
  if (pick !== null) search.set('pick', pick);
  if (hand !== null) search.set('hand', hand);
  const text = search.toString();
  return text === '' ? '/team' : `/team?${text}`;
}

/** The day of the week of a date; Monday for one at the weekend. */
export const weekdayOf = (date: SchoolDate): Weekday =>
  ([1, 2, 3, 4, 5] as const).find((one) => one === plain(date).dayOfWeek) ?? 1;

/** Those whom a page of the week shows. */
export const pupilsOfWeek = ({ demands, points }: Pick<FullWeek, 'demands' | 'points'>) => [
  ...new Set([...demands.flatMap(({ pupilIds }) => pupilIds), ...points.map(({ pupilId }) => pupilId)]),
];
