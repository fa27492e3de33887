import { type Demand, forces } from '../week.ts';
import type { Option } from './board.ts';
import type { BreachKind } from './check.ts';
import type { Room } from './room.ts';
import { overlap } from './runs.ts';

/** What makes room for help: who stands in the way moves along, and so on, a few times. */
export type Moving = {
  readonly room: Room;
  readonly optionsOf: ReadonlyMap<Demand, readonly Option[]>;
  readonly pinned: ReadonlySet<Option>;
  /** How many may move along for one time of help. */
  readonly depth: number;
  readonly isStopped: () => boolean;
};

/**
 * Places help that misses times by moving others along, so that nothing that was placed is lost. What matters most comes
 * first. Returns how many times were placed.
 */
export function moveAlong(moving: Moving): number {
  const { room, optionsOf } = moving;
  const rank = ({ force, need, length }: Demand) => forces.indexOf(force) * 100 - need * 10 - length;
  let count = 0;
  for (const demand of [...optionsOf.keys()].toSorted((one, other) => rank(one) - rank(other)))
    while (room.ofDemand(demand.demandId).length < demand.times && !moving.isStopped()) {
      if (!placeOne(moving, demand, moving.depth, new Set())) break;
      count += 1;
    }
  return count;
}

/** One more time of a demand; false leaves all as it was. */
function placeOne(moving: Moving, demand: Demand, depth: number, settled: ReadonlySet<Option>): boolean {
  const { room, optionsOf } = moving;
  const blocked: Option[] = [];
  for (const option of optionsOf.get(demand) ?? []) {
    const why = room.whyNot(option);
    if (why === null) {
      room.put(option);
      return true;
    }
    if (depth > 0 && canMakeRoom(why)) blocked.push(option);
  }
  return blocked.some((option) => placeBlocked(moving, option, depth, settled));
}

const canMakeRoom = (why: BreachKind): boolean =>
  why === 'adult' || why === 'minutes' || why === 'row' || why === 'pupil' || why === 'travel';

function placeBlocked(moving: Moving, option: Option, depth: number, settled: ReadonlySet<Option>): boolean {
  const { room, pinned } = moving;
  for (const other of inTheWay(room, option)) {
    if (pinned.has(other) || settled.has(other) || moving.isStopped()) continue;
    room.take(other);
    if (room.whyNot(option) === null) {
      room.put(option);
      if (placeOne(moving, other.demand, depth - 1, new Set([...settled, option]))) return true;
      room.take(option);
    }
    room.put(other);
  }
  return false;
}

/** What might move: at the same time with the same adult or pupils; else, of the adult's week, anything. */
function inTheWay(room: Room, option: Option): readonly Option[] {
  const why = room.whyNot(option);
  const theirs = room.ofAdult(option.adult.staffId);
  if (why === 'adult') return theirs.filter(({ run }) => overlap(run, option.run)).slice(0, 2);
  if (why === 'pupil')
    return option.demand.pupilIds
      .flatMap((pupilId) => room.ofPupil(pupilId).filter(({ run }) => overlap(run, option.run)))
      .slice(0, 2);
  if (why === 'minutes') return [...theirs];
  return theirs.filter(({ run }) => run.day === option.run.day);
}

/**
 * Moves placed help to other times and adults at random, nothing lost, and places what then fits. The same as moving along,
 * but it finds room that no short row of moves opens.
 */
export function wander(moving: Moving, chance: () => number, steps: number): number {
  const { room, optionsOf, pinned } = moving;
  const placed = room.placed().filter((option) => !pinned.has(option));
  const unmet = () =>
    [...optionsOf.keys()].filter((demand) => room.ofDemand(demand.demandId).length < demand.times);
  let missing = unmet();
  let count = 0;
  for (let step = 1; step <= steps && missing.length > 0; step += 1) {
    const at = Math.floor(chance() * placed.length);
    const option = placed[at];
    if (option === undefined) break;
    placed[at] = moveElsewhere(moving, option, chance);
    if (step % 64 > 0) continue;
    if (moving.isStopped()) break;
    const more = missing.filter((demand) => placeOne(moving, demand, 0, new Set())).length;
    if (more === 0) continue;
    count += more;
    missing = unmet();
    placed.splice(0, placed.length, ...room.placed().filter((one) => !pinned.has(one)));
  }
  return count;
}

/** So many other places are looked at. */
const looks = 12;

function moveElsewhere({ room, optionsOf }: Moving, option: Option, chance: () => number): Option {
  const options = optionsOf.get(option.demand) ?? [];
  room.take(option);
  for (let look = 0; look < looks; look += 1) {
    const other = options[Math.floor(chance() * options.length)];
    if (other === undefined || other === option || room.whyNot(other) !== null) continue;
    room.put(other);
    return other;
  }
  room.put(option);
  return option;
}
