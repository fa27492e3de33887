import type { PupilId, StaffId } from '#src/kernel/ids.ts';
import { type Board, type Option, optionOf, pupilsOf } from './placement/board.ts';
import type { BreachKind } from './placement/check.ts';
import { isTooFar, type Room, roomFor } from './placement/room.ts';
import { overlap } from './placement/runs.ts';
import { knownBy, type Level, levels, penceOf, scoreOf } from './placement/score.ts';
import { type Adult, type Demand, forces, type Placement } from './week.ts';

/** What is different first where something is placed in another way: `more` is how much more of it there would be. */
export type Difference = { readonly level: Level; readonly more: number; readonly isWorse: boolean };

/** Another way to give the same time of the same help. */
export type OtherWay = {
  readonly placement: Placement;
  /** The first hard rule that it would break beside all else that is placed; null: it could be had as well. */
  readonly rule: BreachKind | null;
  /** What is placed and in its way. */
  readonly inTheWay: readonly Placement[];
  /** Of a way that could be had: what it would change; null where it is as good in all that counts. */
  readonly difference: Difference | null;
};

/** Why something is placed where it is. */
export type Explained = {
  readonly placement: Placement;
  readonly demand: Demand;
  readonly adult: Adult;
  /** The hard rule that it breaks as it stands; null where it keeps them all. */
  readonly rule: BreachKind | null;
  readonly inTheWay: readonly Placement[];
  readonly minutes: number;
  /** Of this one time; null where the adult's rate is not known or not the reader's to see. */
  readonly pence: number | null;
  /** Those whom each of the pupils knows. */
  readonly known: readonly { readonly pupilId: PupilId; readonly staffIds: readonly StaffId[] }[];
  /** At the same time, each other adult. */
  readonly byOthers: readonly OtherWay[];
  /** By the same adult, each other time at which it may begin. */
  readonly atOtherTimes: readonly OtherWay[];
  /** All the ways there are, another adult at another time included, and how many of them keep every rule. */
  readonly ways: number;
  readonly open: number;
};

/**
 * Why something is placed with this adult at this time (rule place-6): which rule keeps each other adult and each other time
 * from it, as the search itself judges, and of those that could be had what they would make worse. Null where it is not placed.
 * Two adults, one trained: for the other the rule is 'skills'.
 */
export function explainPlacement(
  board: Board,
  placements: readonly Placement[],
  placement: Placement,
): Explained | null {
  const held = placements.find((one) => isSame(one, placement));
  const option = held === undefined ? null : optionOf(board, held);
  if (held === undefined || option === null) return null;
  const rest = placements.filter((one) => one !== held);
  const room = roomFor(
    board,
    rest.flatMap((one) => optionOf(board, one) ?? []),
  );
  const { demand, adult } = option;
  const now = scoreOf(board, placements);
  const wayOf = (other: Option): OtherWay => {
    const way = { demandId: demand.demandId, slotId: other.slotId, staffId: other.adult.staffId };
    const instead = { ...way, isPinned: false };
    const rule = room.whyNot(other);
    const difference = rule === null ? firstDifference(now, scoreOf(board, [...rest, instead])) : null;
    return { placement: instead, rule, inTheWay: inTheWay(board, room, other, rule), difference };
  };
  const at = (slotId: string, staffId: StaffId) => optionOf(board, { ...held, slotId, staffId }) ?? [];
  const others = board.week.adults.filter(({ staffId }) => staffId !== adult.staffId);
  const starts = [...demand.startIds].filter((slotId) => slotId !== held.slotId);
  const byOthers = others.flatMap(({ staffId }) => at(held.slotId, staffId)).map(wayOf);
  const atOtherTimes = starts.flatMap((slotId) => at(slotId, adult.staffId)).map(wayOf);
  const elsewhere = starts.flatMap((slotId) => others.flatMap(({ staffId }) => at(slotId, staffId)));
  const near = [...byOthers, ...atOtherTimes].filter(({ rule }) => rule === null).length;
  const rule = room.whyNot(option);
  const knows = knownBy(board.week);
  return {
    placement: held,
    ...{ demand, adult, rule, inTheWay: inTheWay(board, room, option, rule), minutes: option.run.minutes },
    pence: adult.penceAnHour === null ? null : penceOf(adult, option.run.minutes),
    known: pupilsOf(demand).map((pupilId) => ({ pupilId, staffIds: [...(knows.get(pupilId) ?? [])] })),
    ...{ byOthers, atOtherTimes },
    ways: byOthers.length + atOtherTimes.length + elsewhere.length + 1,
    open: near + elsewhere.filter((other) => room.whyNot(other) === null).length + (rule === null ? 1 : 0),
  };
}

const isSame = (one: Placement, other: Placement): boolean =>
  one.demandId === other.demandId && one.slotId === other.slotId && one.staffId === other.staffId;

/** The first of what counts that is not the same: only where all before it are equal does one after it decide (rule place-2). */
function firstDifference(
  now: Readonly<Record<Level, number>>,
  then: Readonly<Record<Level, number>>,
): Difference | null {
  const level = levels.find((one) => now[one] !== then[one]);
  if (level === undefined) return null;
  const more = then[level] - now[level];
  return { level, more, isWorse: forces.some((force) => force === level) ? more < 0 : more > 0 };
}

/** What is placed and keeps an option from being had. Which rule it breaks the room has said. */
function inTheWay(
  { week }: Board,
  room: Room,
  option: Option,
  rule: BreachKind | null,
): readonly Placement[] {
  const { adult, demand, run } = option;
  const theirs = room.ofAdult(adult.staffId);
  const found: Readonly<Partial<Record<BreachKind, () => readonly Option[]>>> = {
    adult: () => theirs.filter((other) => overlap(other.run, run)),
    travel: () => theirs.filter((other) => isTooFar(other, option, week)),
    pupil: () => demand.pupilIds.flatMap((id) => room.ofPupil(id).filter((other) => overlap(other.run, run))),
    demand: () => room.ofDemand(demand.demandId).filter((other) => overlap(other.run, run)),
    day: () => room.ofDemand(demand.demandId).filter((other) => other.run.day === run.day),
  };
  const options = rule === null ? [] : (found[rule]?.() ?? []);
  return [...new Set(options)].map((one) => ({
    demandId: one.demand.demandId,
    slotId: one.slotId,
    staffId: one.adult.staffId,
    isPinned: false,
  }));
}
