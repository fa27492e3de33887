import type { PupilId, StaffId } from '#src/kernel/ids.ts';
import { clockOf } from '../domain/clock-times.ts';
import { type CoverDay, type CoverMove, ownDay } from '../domain/day/cover-day.ts';
import type { DayItem } from '../domain/day/day-plan.ts';
import type { Suggestion } from '../domain/day/replan.ts';
import { forceWords } from '../domain/demand-facts.ts';

const listed = new Intl.ListFormat('en-GB');

/** Names of a day: of adults, of what they do, and of pupils. */
export function namesOf({ week, absences }: CoverDay) {
  const adults = new Map<StaffId, string>([
    ...absences.map(({ staffId, name }) => [staffId, name] as const),
    ...week.adults.map(({ staffId, name }) => [staffId, name] as const),
  ]);
  const demands = new Map(week.demands.map((demand) => [demand.demandId, demand]));
  return {
    adult: (staffId: StaffId): string => adults.get(staffId) ?? 'Somebody who has left',
    what: (demandId: string): string => demands.get(demandId)?.title ?? 'Help that is not asked for any more',
    isRun: (demandId: string): boolean => (demands.get(demandId)?.runId ?? null) !== null,
    /** 11.00, of a slot of the week. */
    at: (slotId: string): string => {
      const slot = week.slots.find((one) => one.slotId === slotId);
      return slot === undefined ? 'another time' : clockOf(slot.from);
    },
    place: (demandId: string): string | null => demands.get(demandId)?.room ?? null,
    pupils: (pupilIds: readonly PupilId[]): string =>
      listed.format(
        pupilIds.map((pupilId) => {
          const pupil = week.pupils.get(pupilId);
          return pupil === undefined ? 'a pupil' : `${pupil.forename} ${pupil.surname}`;
        }),
      ),
  };
}
export type DayNames = ReturnType<typeof namesOf>;

/** 9.30 Talk Boost */
const called = ({ from, placement }: DayItem, names: DayNames): string =>
  `${clockOf(from)} ${names.what(placement.demandId)}`;

/** What is suggested for one thing that falls, in one line: `9.30 Talk Boost: Mrs Lee takes it`. */
export function suggestionTitle({ fallen, moves }: Suggestion, names: DayNames): string {
  const first = moves.find(({ item }) => item.key === fallen.key);
  const to = first?.to ?? null;
  if (to === null) return `${called(fallen, names)}: nobody can take it, it is lost`;
  const at = first?.slotId === undefined ? null : names.at(first.slotId);
  return `${called(fallen, names)}: ${names.adult(to)} ${at === null ? 'takes it' : `gives it at ${at}`}`;
}

/** What goes with it: who is away, for whom it is, and what others drop or take because of it. */
export function suggestionWhy({ fallen, moves }: Suggestion, names: DayNames): string {
  const { demand, placement, from, until } = fallen;
  const others = moves.filter(({ item }) => item.key !== fallen.key);
  const first = moves.find(({ item }) => item.key === fallen.key);
  return [
    forceWords[demand.force],
    `${until - from} minutes`,
    demand.pupilIds.length === 0 ? null : names.pupils(demand.pupilIds),
    `${names.adult(placement.staffId)} is away`,
    first !== undefined && first.to !== null && demand.knows.has(first.to) && demand.pupilIds.length > 0
      ? `${names.adult(first.to)} knows ${demand.pupilIds.length === 1 ? 'the pupil' : 'the pupils'}`
      : null,
    ...others.map(({ item, to }) =>
      to === null
        ? `${names.adult(item.placement.staffId)}’s ${called(item, names)} (${forceWords[item.demand.force].toLowerCase()}) is lost for it`
        : `${names.adult(to)} takes ${called(item, names)} from ${names.adult(item.placement.staffId)}`,
    ),
  ]
    .filter((words) => words !== null)
    .join(' · ');
}

/** What was decided: `9.30 Talk Boost: Mrs Lee for Mr Khan`. */
export function moveTitle(move: CoverMove, day: CoverDay, names: DayNames): string {
  const slot = day.week.slots.find(({ slotId }) => slotId === move.slotId);
  const what = `${slot === undefined ? '' : `${clockOf(slot.from)} `}${names.what(move.demandId)}`;
  return move.toStaffId === null
    ? `${what}: lost`
    : `${what}: ${names.adult(move.toStaffId)}${move.toStaffId === move.fromStaffId ? '' : ` for ${names.adult(move.fromStaffId)}`}${move.toSlotId === null ? '' : `, at ${names.at(move.toSlotId)}`}`;
}

/** Where a loss is counted. */
export function moveWhy(move: CoverMove, names: DayNames): string {
  const why =
    move.reason === 'adult_absent'
      ? `${names.adult(move.fromStaffId)} is away`
      : `${names.adult(move.fromStaffId)} is needed for something more urgent`;
  if (move.toStaffId !== null) return why;
  if (move.sessionId !== null) return `${why} · logged as cancelled in its group, and counted so`;
  return names.isRun(move.demandId)
    ? `${why} · its group still meets with another adult, or its session was logged already`
    : `${why} · no group counts it: it is told here alone`;
}

/** The day of one adult as it stands, by time; `insteadOf` names whoever had it otherwise. */
export function dayLines(day: CoverDay, staffId: StaffId) {
  const names = namesOf(day);
  return ownDay(day, staffId).map(({ key, from, until, placement, demand }) => {
    const move = day.moves.findLast(
      (one) =>
        one.toStaffId === staffId &&
        one.demandId === placement.demandId &&
        (one.toSlotId ?? one.slotId) === placement.slotId,
    );
    return {
      key,
      when: `${clockOf(from)} to ${clockOf(until)}`,
      what: names.what(placement.demandId),
      insteadOf: move === undefined || move.fromStaffId === staffId ? null : names.adult(move.fromStaffId),
      insteadAt: move === undefined || move.toSlotId === null ? null : names.at(move.slotId),
      who: demand.pupilIds.length === 0 ? null : names.pupils(demand.pupilIds),
      where: names.place(placement.demandId),
    };
  });
}
