import { addDays, longDate, plain, type SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Clock, ClockState } from '#src/modules/statutory/index.ts';
import { type CaseKind, caseKindWords } from './case.ts';
import { isLate, ownerWords } from './clock-words.ts';

/** A date that is still to be met, with who it is about. Reckoned each time, stored nowhere. */
type Due = {
  readonly pupilId: PupilId;
  readonly surname: string;
  readonly forename: string;
  readonly className: string | null;
  readonly authorityId: string | null;
  readonly authority: string | null;
  readonly clock: Omit<Clock, 'rule'>;
  readonly state: ClockState;
};

/** One clock of one open case. */
export type Deadline = Due & { readonly caseId: string; readonly kind: CaseKind; readonly clock: Clock };

/** A line of Reviews, whichever module reckoned it: where it is met, and what it belongs to. */
export type DueLine = Due & { readonly href: string; readonly of: string };

/** A clock of a case as a line of Reviews. */
export const dueLine = ({ caseId, kind, ...due }: Deadline): DueLine => ({
  ...due,
  href: `/cases/${caseId}`,
  of: caseKindWords[kind],
});

/** Who owes it, and by name where it is an authority. */
export const owedByWords = (one: Due): string =>
  one.clock.owedBy === 'authority' && one.authority !== null ? one.authority : ownerWords(one);

/** Whose deadlines are meant: the school's own, or everybody else's. */
export const whoseDeadlines = ['all', 'ours', 'theirs'] as const;
export type Whose = (typeof whoseDeadlines)[number];

/** The ways to lay the list out. */
export const deadlineOrders = ['week', 'pupil', 'authority'] as const;
export type DeadlineOrder = (typeof deadlineOrders)[number];

export const isOurs = ({ clock }: Pick<Due, 'clock'>): boolean => clock.owedBy === 'school';

const rank = (one: Due): number => (isLate(one) ? 0 : 1);

/** ISO days stand in the order of their letters. */
const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Late first, then by day; of one day the law before what is only custom (rule due-1). */
export const byUrgency = (one: Due, other: Due): number =>
  rank(one) - rank(other) ||
  compareText(one.clock.dueOn, other.clock.dueOn) ||
  forces.indexOf(one.clock.force) - forces.indexOf(other.clock.force) ||
  one.surname.localeCompare(other.surname);

const forces = ['LAW', 'CoP', 'LOCAL', 'PRACTICE'];

export type DeadlineGroup<D extends Due = DueLine> = {
  readonly label: string;
  readonly deadlines: readonly D[];
};

const mondayOf = (date: SchoolDate): SchoolDate => addDays(date, 1 - plain(date).dayOfWeek);

function weekLabel(one: Due, today: SchoolDate): string {
  if (isLate(one)) return isOurs(one) ? 'Late: ours' : 'Late: theirs';
  if (one.clock.dueOn < today) return 'An exception is claimed';
  const monday = mondayOf(one.clock.dueOn);
  if (monday <= today) return 'This week';
  return monday === addDays(mondayOf(today), 7) ? 'Next week' : `Week of ${longDate(monday)}`;
}

const authorityLabel = ({ authority }: Due): string => authority ?? 'No authority is named';
const pupilLabel = ({ surname, forename, className }: Due): string =>
  className === null ? `${surname}, ${forename}` : `${surname}, ${forename} · ${className}`;

/** Puts deadlines under headings, the most urgent heading first and the most urgent line first in each. */
export function groupDeadlines<D extends Due>(
  all: readonly D[],
  by: DeadlineOrder,
  today: SchoolDate,
): readonly DeadlineGroup<D>[] {
  const label = {
    week: (one: Due) => weekLabel(one, today),
    pupil: pupilLabel,
    authority: authorityLabel,
  }[by];
  const key = by === 'pupil' ? (one: Due): string => one.pupilId : label;
  const groups = Map.groupBy(all.toSorted(byUrgency), key);
  return [...groups.values()].map((deadlines) => ({
    label: deadlines[0] === undefined ? '' : label(deadlines[0]),
    deadlines,
  }));
}
