import { worthOf } from '../domain/placement/score.ts';
import { type Force, forces } from '../domain/week.ts';
import { anneal } from './anneal.ts';
import { boundByPrices } from './bound-by-prices.ts';
import { chanceFrom, partOfPupil } from './parts.ts';
import { mostOf, pricedWeek } from './priced-week.ts';
import { quickRoom } from './quick-room.ts';
import { relaxedWeek } from './relaxed.ts';
import type { Search } from './search.ts';

type Bounds = Readonly<Record<Force, number>>;

/** The share of the time by which each part of the search ends: more help, what cannot be bettered, few adults for a pupil. */
const ends = { cover: 0.66, prices: 0.81, prove: 0.9, polish: 0.97 } as const;

/** Where no more help can be given, the answer comes soon: so much of the time is left for few adults for a pupil. */
const atLast = 0.08;

/** Makes a large week better until its time is over or nothing more can be given. Returns the bounds. */
export function improve(search: Search, seconds: number): Bounds {
  const chance = chanceFrom(20261122);
  const share = () => (search.isStopped() ? 1 : 1 - search.left() / seconds);
  const most = mostOf(search.board, search.optionsOf);
  for (const [at, force] of forces.entries()) {
    const [its, later] = [asked(search, [force]), asked(search, forces.slice(at))];
    const until = share() + ((ends.cover - share()) * its) / Math.max(1, later);
    cover(search, { force, most: most[force], chance, share, until });
  }
  const bounds = prove(search, most, share);
  const isBest = forces.every((force) => search.score()[force] >= bounds[force]);
  const until = isBest ? Math.min(ends.polish, share() + atLast) : ends.polish;
  polish(search, { chance, share, until, seconds });
  return bounds;
}

type Covering = {
  readonly force: Force;
  readonly most: number;
  readonly chance: () => number;
  readonly share: () => number;
  readonly until: number;
};

/** How often some forces are asked for: the time for each is by that. */
const asked = ({ board }: Search, of: readonly Force[]): number =>
  board.week.demands.reduce((sum, { force, times }) => sum + (of.includes(force) ? times : 0), 0);

/** More of one force, in the time that is left to it. */
function cover(search: Search, { force, most, chance, share, until }: Covering): void {
  if (search.score()[force] >= most || share() >= until) return;
  const { board, optionsOf, pinned } = search;
  const room = quickRoom({ board, optionsOf, pinned, chance });
  const standing = new Set(search.now());
  for (const items of room.itemsOf.values())
    for (const item of items) if (standing.has(item.option)) room.put(item);
  const began = share();
  const spent = () => {
    const now = share();
    search.say(now);
    return now >= until ? 1 : (now - began) / (until - began);
  };
  const found = anneal({ board, room, force, most, chance, spent });
  search.take([...pinned, ...found.map(({ option }) => option)]);
}

/**
 * Of each force what no timetable can better that gives as much of those before it: all that is asked, where that is given;
 * else by prices, and by a week in which adults are taken together, whichever is lower.
 */
function prove(search: Search, most: Bounds, share: () => number): Bounds {
  const given = search.score();
  const short = forces.filter((force) => given[force] < most[force]);
  const bounds = { ...most };
  const began = share();
  for (const [at, force] of short.entries()) {
    const end = began + ((ends.prices - began) * (at + 1)) / short.length;
    const bound = boundByPrices(pricedWeek({ ...search, force, given }), {
      reached: given[force],
      isOver: (found) => share() >= end || found < given[force] + 1,
    });
    bounds[force] = Math.min(most[force], wholeBound(search, force, Math.max(given[force], bound)));
  }
  const isBest = forces.every((force) => given[force] >= bounds[force]);
  return isBest || share() >= ends.prove ? bounds : lower(search, bounds, share);
}

function lower(search: Search, bounds: Bounds, share: () => number): Bounds {
  const given = search.score();
  const { highs, board, clock, isStopped } = search;
  const seconds = (search.left() * (ends.prove - share())) / (1 - share());
  const together = relaxedWeek(highs, board, { seconds, clock, isStopped, given, atLeast: given });
  if (together === null) return bounds;
  const least = (force: Force) =>
    Math.max(given[force], Math.min(bounds[force], wholeBound(search, force, together.bounds[force])));
  return {
    safety: least('safety'),
    law: least('law'),
    intervention: least('intervention'),
    general: least('general'),
  };
}

/** All that can be given of a force is a multiple of what its kinds of help are multiples of. */
function wholeBound({ board }: Search, force: Force, bound: number): number {
  const step = board.week.demands
    .filter((demand) => demand.force === force)
    .reduce((common, demand) => commonOf(common, worthOf(board, demand)), 0);
  return step === 0 ? 0 : Math.floor(bound / step + 1e-6) * step;
}

const commonOf = (one: number, other: number): number => (other === 0 ? one : commonOf(other, one % other));

/** So many turns without anything better, and no more is tried. */
const mostStill = 60;

/** Few adults a pupil, equal shares and cost, nothing given up for them. */
function polish(
  search: Search,
  { chance, share, until, seconds }: Pick<Covering, 'chance' | 'share' | 'until'> & { seconds: number },
): void {
  for (let turn = 0, still = 0; still < mostStill && share() < until; turn += 1) {
    const part = partOfPupil({ ...search, now: search.now(), chance }, 2 + (turn % 3));
    if (part === null) return;
    const isBetter = search.tryPart(part, {
      seconds: Math.max(0.3, seconds / 60),
      more: [],
      isPolished: true,
    });
    still = isBetter ? 0 : still + 1;
    search.say(share());
  }
}
