import type { PupilId } from '#src/kernel/ids.ts';
import type { Demand, Week } from '../week.ts';
import { type Board, isSuited, isThere, type Option } from './board.ts';
import type { BreachKind } from './check.ts';
import { overlap } from './runs.ts';

/** A timetable while it is being made: what is placed, and whether something more would fit. */
export type Room = {
  readonly put: (option: Option) => void;
  readonly take: (option: Option) => void;
  /** The first hard rule that one more placement would break; null where it fits. */
  readonly whyNot: (option: Option) => BreachKind | null;
  readonly placed: () => readonly Option[];
  readonly ofAdult: (staffId: string) => readonly Option[];
  readonly ofDemand: (demandId: string) => readonly Option[];
  readonly ofPupil: (pupilId: PupilId) => readonly Option[];
  readonly minutesOf: (staffId: string) => number;
};

/** An empty timetable of a week. That it judges as the checker does is proved by its test. */
export function roomFor(board: Board, placed: readonly Option[] = []): Room {
  const adults = new Map<string, Option[]>();
  const demands = new Map<string, Option[]>();
  const pupils = new Map<PupilId, Option[]>();
  const all = new Set<Option>();
  const of = <K>(map: Map<K, Option[]>, key: K): Option[] => {
    const known = map.get(key);
    if (known !== undefined) return known;
    const list: Option[] = [];
    map.set(key, list);
    return list;
  };
  const ledgers = ({ adult, demand }: Option) => [
    of(adults, adult.staffId),
    of(demands, demand.demandId),
    ...new Set(demand.pupilIds.map((pupilId) => of(pupils, pupilId))),
  ];
  const minutes = new Map<string, number>();
  const minutesOf = (staffId: string) => minutes.get(staffId) ?? 0;
  const count = ({ adult, run }: Option, sign: 1 | -1) =>
    minutes.set(adult.staffId, minutesOf(adult.staffId) + sign * run.minutes);
  const room: Room = {
    put: (option) => {
      all.add(option);
      count(option, 1);
      for (const ledger of ledgers(option)) ledger.push(option);
    },
    take: (option) => {
      all.delete(option);
      count(option, -1);
      for (const ledger of ledgers(option)) ledger.splice(ledger.indexOf(option), 1);
    },
    whyNot: (option) => {
      const { adult, demand, run } = option;
      const alone = whyNotAlone(option);
      if (alone !== null) return alone;
      const its = of(demands, demand.demandId);
      const asked = whyNotAgain(demand, run, its);
      if (asked !== null) return asked;
      if (demand.pupilIds.some((id) => of(pupils, id).some((other) => overlap(other.run, run))))
        return 'pupil';
      const theirs = of(adults, adult.staffId);
      if (theirs.some((other) => overlap(other.run, run))) return 'adult';
      if (theirs.some((other) => isTooFar(other, option, board.week))) return 'travel';
      if (minutesOf(adult.staffId) + run.minutes > adult.minutes) return 'minutes';
      return isTooLong(option, theirs, board) ? 'row' : null;
    },
    placed: () => [...all],
    ofAdult: (staffId) => of(adults, staffId),
    ofDemand: (demandId) => of(demands, demandId),
    ofPupil: (pupilId) => of(pupils, pupilId),
    minutesOf,
  };
  for (const option of placed) room.put(option);
  return room;
}

function whyNotAlone({ adult, demand, run, slotId }: Option): BreachKind | null {
  if (!demand.startIds.has(slotId)) return 'start';
  if (demand.only !== null && !demand.only.has(adult.staffId)) return 'named';
  if ([...demand.skills].some((skill) => !adult.skills.has(skill))) return 'skills';
  if (!isSuited(demand, adult)) return 'avoids';
  return isThere(adult, run) ? null : 'available';
}

function whyNotAgain(demand: Demand, run: Option['run'], its: readonly Option[]): BreachKind | null {
  if (its.length >= demand.times) return 'times';
  if (its.some((other) => overlap(other.run, run))) return 'demand';
  return demand.oncePerDay && its.some((other) => other.run.day === run.day) ? 'day' : null;
}

/** Whether two times of an adult lie at two sites with too little time between them. */
export function isTooFar(one: Option, other: Option, { travelMinutes }: Week): boolean {
  if (one.site === null || other.site === null || one.site === other.site) return false;
  if (one.run.day !== other.run.day) return false;
  return one.run.until + travelMinutes > other.run.from && other.run.until + travelMinutes > one.run.from;
}

/** Whether an adult would have too many one after the other with one more. */
function isTooLong(option: Option, theirs: readonly Option[], { days }: Board): boolean {
  const { inARow } = option.adult;
  if (inARow === null) return false;
  const { day } = option.run;
  const taken = [option, ...theirs.filter(({ run }) => run.day === day)].flatMap(({ run }) => run.slotIds);
  const inOrder = taken
    .flatMap((id) => days.slots.get(id) ?? [])
    .toSorted((one, other) => one.until - other.until);
  const rows = new Map<number, number>();
  for (const { from, until } of inOrder) {
    const row = (rows.get(from) ?? 0) + 1;
    if (row > inARow) return true;
    rows.set(until, Math.max(row, rows.get(until) ?? 0));
  }
  return false;
}
