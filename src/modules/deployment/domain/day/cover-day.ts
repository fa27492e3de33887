import { plain, type SchoolDate } from '#src/kernel/dates.ts';
import type { PersonId, StaffId } from '#src/kernel/ids.ts';
import type { FullWeek } from '../full-week.ts';
import type { Placement, Week, Weekday } from '../week.ts';
import { type Absence, awayOn } from './absence.ts';
import {
  type Away,
  type DayItem,
  isAway,
  itemsOn,
  keyOfPlacement,
  type Move,
  withMoves,
} from './day-plan.ts';
import { allowsBy, weekWithout } from './day-rules.ts';
import { withOtherTimes } from './other-times.ts';
import { type Replan, replan, type Suggestion } from './replan.ts';

/** What another adult takes on a day, or nobody: decided, and in force until it is taken back. */
export type CoverMove = {
  readonly coverMoveId: string;
  readonly demandId: string;
  readonly slotId: string;
  readonly fromStaffId: StaffId;
  /** Null: it is lost. */
  readonly toStaffId: StaffId | null;
  /** Where it is given at another time of the day, the slot at which it begins; null: at its own. */
  readonly toSlotId: string | null;
  readonly reason: 'adult_absent' | 'adult_elsewhere';
  readonly sessionId: string | null;
  readonly runStaffId: string | null;
};

/** One day of the school as it stands: who is away, what was planned and what was decided since. */
export type CoverDay = {
  readonly on: SchoolDate;
  /** The minute of the day by the wall clock: nothing is moved to before it. */
  readonly minute: number;
  /** Null on a day on which the school is shut. */
  readonly weekday: Weekday | null;
  readonly why: string;
  readonly absences: readonly Absence[];
  readonly week: FullWeek;
  /** In the order in which they were decided. */
  readonly moves: readonly CoverMove[];
  /** Grows with each decision; 0 before the first. */
  readonly version: number;
};

/** The day of the week of a school date; null at a weekend. */
export function weekdayOf(on: SchoolDate): Weekday | null {
  const day = plain(on).dayOfWeek;
  return day === 1 || day === 2 || day === 3 || day === 4 || day === 5 ? day : null;
}

export const moveOf = (move: CoverMove): Move => ({
  placement: {
    demandId: move.demandId,
    slotId: move.slotId,
    staffId: move.fromStaffId,
    isPinned: false,
  },
  to: move.toStaffId,
  slotId: move.toSlotId ?? undefined,
});

/** The week with what was decided for the day in it. */
export const weekAfter = (week: Week, moves: readonly Move[]): Week =>
  moves.reduce((after, move) => withMoves(after, [move]), week);

type Standing = {
  readonly week: Week;
  readonly weekday: Weekday;
  readonly away: readonly Away[];
};

/** The day as it stands now: who is away, and the week with what was decided. Null while the school is shut. */
export function standingOf({ on, weekday, absences, week, moves }: CoverDay): Standing | null {
  if (weekday === null) return null;
  const away = awayOn(absences, on);
  return { week: weekWithout(weekAfter(week, moves.map(moveOf)), weekday, away), weekday, away };
}

/** What falls on the day as it stands, with what to do about it. */
export function replanOf(day: CoverDay): Replan | null {
  const standing = standingOf(day);
  if (standing === null) return null;
  const { week, weekday, away } = standing;
  const mended = replan({ week, day: weekday, away, allows: allowsBy(week, weekday) });
  const groups = new Set(day.week.demands.filter(({ runId }) => runId !== null).map((one) => one.demandId));
  const stays = (demandId: string) => groups.has(demandId);
  return withOtherTimes({ week, day: weekday, away, stays, notBefore: day.minute }, mended);
}

/** A day cut down to one person: what was planned with them, what came to them today, and the names of whom it came from. */
export function onlyOwn(day: CoverDay, personId: PersonId | null): CoverDay {
  const own = day.week.adults.find((one) => personId !== null && one.personId === personId);
  const staffId = own?.staffId;
  const moves = day.moves.filter((move) => move.toStaffId === staffId || move.fromStaffId === staffId);
  const moved = new Set(moves.map((move) => keyOfPlacement(moveOf(move).placement)));
  const isOwn = (placement: Placement) =>
    placement.staffId === staffId || moved.has(keyOfPlacement(placement));
  const placements = own === undefined ? [] : day.week.placements.filter(isOwn);
  const given = new Set(placements.map(({ demandId }) => demandId));
  const week = {
    ...day.week,
    placements,
    demands: day.week.demands.filter((one) => given.has(one.demandId)),
  };
  return {
    ...day,
    moves: own === undefined ? [] : moves,
    week,
    absences: day.absences.filter((one) => one.staffId === staffId),
  };
}

/** What somebody does on the day as it stands, by time. */
export function ownDay(day: CoverDay, staffId: StaffId): readonly DayItem[] {
  const standing = standingOf(day);
  if (standing === null) return [];
  const isHere = (item: DayItem) => !isAway(standing.away, staffId, item);
  return itemsOn(standing.week, standing.weekday).filter(
    (item) => item.placement.staffId === staffId && isHere(item),
  );
}

/** Those at work whose day is another than was planned, in the order of the week. */
export function changedIn(day: CoverDay): readonly StaffId[] {
  const some = new Set(
    day.moves.flatMap(({ reason, fromStaffId, toStaffId }) => [
      ...(toStaffId === null ? [] : [toStaffId]),
      ...(reason === 'adult_elsewhere' ? [fromStaffId] : []),
    ]),
  );
  return day.week.adults.map(({ staffId }) => staffId).filter((staffId) => some.has(staffId));
}

/** The words by which a form names a suggestion: all that it would do, so that another one is not taken for it. */
export const keyOfSuggestion = ({ moves }: Suggestion): string =>
  moves
    .map(({ placement, to, slotId = '' }) => `${keyOfPlacement(placement)}>${to ?? ''} ${slotId}`.trimEnd())
    .join(';');

/**
 * Who could not work the day if these suggestions alone were taken: accepting a part can leave somebody in two places who
 * was free by the rest. Empty: they can be taken.
 */
export function stuckBy(day: CoverDay, chosen: readonly Suggestion[]): readonly StaffId[] {
  const standing = standingOf(day);
  if (standing === null) return [];
  const { week, weekday } = standing;
  const moves = chosen.flatMap((one) => one.moves);
  const allows = allowsBy(week, weekday);
  const items = itemsOn(withMoves(week, moves), weekday);
  const takers = new Set(moves.flatMap(({ to }) => (to === null ? [] : [to])));
  return [...takers].filter(
    (staffId) =>
      !allows(
        staffId,
        items.filter(({ placement }) => placement.staffId === staffId),
      ),
  );
}
