import type { DayItem } from './day-plan.ts';
import { rankOf } from './day-plan.ts';

/** What mending a day costs, by what counts first. All of it only grows as more is decided. */
export type Cost = {
  /** Minutes lost, weighed by need: of safety and medical, of what the law owes, of interventions, of the rest. */
  readonly lost: readonly [number, number, number, number];
  /** Adults at work whose day changes. */
  readonly people: number;
  /** Things that another takes, or nobody. */
  readonly moves: number;
  /** Times that pupils meet somebody who does not know them. */
  readonly strangers: number;
};

export const noCost: Cost = { lost: [0, 0, 0, 0], people: 0, moves: 0, strangers: 0 };

const ranked = ({ lost, people, moves, strangers }: Cost): readonly number[] => [
  ...lost,
  people,
  moves,
  strangers,
];

/** Below 0 where the first costs less: the first figure that differs decides. */
export function compareCosts(one: Cost, other: Cost): number {
  const others = ranked(other);
  return (
    ranked(one)
      .map((figure, at) => figure - (others[at] ?? 0))
      .find((difference) => difference !== 0) ?? 0
  );
}

/** Whether the first costs more than the other. */
export const isWorse = (one: Cost, other: Cost): boolean => compareCosts(one, other) > 0;

export const plus = (one: Cost, other: Cost): Cost => ({
  lost: [
    one.lost[0] + other.lost[0],
    one.lost[1] + other.lost[1],
    one.lost[2] + other.lost[2],
    one.lost[3] + other.lost[3],
  ],
  people: one.people + other.people,
  moves: one.moves + other.moves,
  strangers: one.strangers + other.strangers,
});

/** What it costs that nobody does something: its minutes, weighed by how great the need is. */
export function costOfLoss({ demand, from, until }: DayItem): Cost {
  const weight = (until - from) * demand.need;
  const rank = rankOf(demand);
  const at = (place: number) => (place === rank ? weight : 0);
  return { ...noCost, lost: [at(0), at(1), at(2), at(3)] };
}
