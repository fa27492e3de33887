import type { StaffId } from '#src/kernel/ids.ts';
import { type Adult, type Demand, type Force, forces, type Placement, type Week } from '../week.ts';
import { type Board, optionOf, pupilsOf } from './board.ts';

/** How good a timetable is, as whole numbers. The first four are better when higher, the rest when lower. */
export type Score = Readonly<Record<Force, number>> & {
  /** Each pupil's adults: 1 for one who knows the pupil, 2 for one who does not. */
  readonly faces: number;
  /** Minutes by which the adults' loads differ from equal shares, together. */
  readonly unequal: number;
  /** Pence a week, of the adults whose rate is known. */
  readonly pence: number;
};

/** In the order in which they decide. */
export const levels = [...forces, 'faces', 'unequal', 'pence'] as const;
export type Level = (typeof levels)[number];

const isHigherBetter = (level: Level): boolean => forces.some((force) => force === level);

/**
 * What is better, written down once: first safety, then law, intervention and general help, each in minutes times need; then few
 * adults for a pupil; then equal shares; then cost. One level counts only where all before it are equal. (rule place-2)
 * Above 0 where the first is better: 30 minutes of a pupil's law hours are worth more than any amount of general help.
 */
export function compareScores(one: Score, other: Score): number {
  for (const level of levels) {
    const difference = one[level] - other[level];
    if (difference !== 0) return isHigherBetter(level) ? difference : -difference;
  }
  return 0;
}

/** What one time of a demand counts in its force: its minutes times its need. */
export const worthOf = ({ minutesEach }: Board, { demandId, need }: Demand): number =>
  need * (minutesEach.get(demandId) ?? 0);

/** 2 where an adult is new to a pupil, else 1. */
export const faceOf = (knows: ReadonlySet<string>, staffId: StaffId): number => (knows.has(staffId) ? 1 : 2);

/** Who knows each pupil: whoever knows the pupils of one of their demands. */
export function knownBy({ demands }: Week): ReadonlyMap<string, ReadonlySet<StaffId>> {
  const known = new Map<string, Set<StaffId>>();
  for (const demand of demands)
    for (const pupilId of pupilsOf(demand)) {
      const theirs = known.get(pupilId) ?? new Set();
      for (const staffId of demand.knows) theirs.add(staffId);
      known.set(pupilId, theirs);
    }
  return known;
}

/** The minutes that an adult gives where all give the same share of their contract. */
export function equalShares(board: Board): ReadonlyMap<StaffId, number> {
  const { adults, demands } = board.week;
  const asked = demands.reduce(
    (sum, { demandId, times }) => sum + times * (board.minutesEach.get(demandId) ?? 0),
    0,
  );
  const contracts = adults.reduce((sum, { minutes }) => sum + minutes, 0);
  const share = contracts === 0 ? 0 : Math.min(1, asked / contracts);
  return new Map(adults.map(({ staffId, minutes }) => [staffId, Math.round(minutes * share)]));
}

/** Pence of some minutes, rounded to whole pence. */
export const penceOf = ({ penceAnHour }: Adult, minutes: number): number =>
  Math.round(((penceAnHour ?? 0) * minutes) / 60);

/** How good a timetable is. Placements that point at nothing count nothing. */
export function scoreOf(board: Board, placements: readonly Placement[]): Score {
  const options = placements.flatMap((placement) => optionOf(board, placement) ?? []);
  const known = knownBy(board.week);
  const score = { safety: 0, law: 0, intervention: 0, general: 0, faces: 0, unequal: 0, pence: 0 };
  const faces = new Set<string>();
  const loads = new Map<StaffId, number>();
  for (const { demand, adult, run } of options) {
    score[demand.force] += worthOf(board, demand);
    score.pence += penceOf(adult, run.minutes);
    loads.set(adult.staffId, (loads.get(adult.staffId) ?? 0) + run.minutes);
    for (const pupilId of pupilsOf(demand)) {
      const face = `${pupilId} ${adult.staffId}`;
      if (!faces.has(face)) score.faces += faceOf(known.get(pupilId) ?? new Set(), adult.staffId);
      faces.add(face);
    }
  }
  for (const [staffId, share] of equalShares(board))
    score.unequal += Math.abs((loads.get(staffId) ?? 0) - share);
  return score;
}

/** What was asked and what is placed, of one force: times and minutes. */
export type Coverage = {
  readonly force: Force;
  readonly demands: number;
  readonly timesAsked: number;
  readonly timesPlaced: number;
  readonly minutesAsked: number;
  readonly minutesPlaced: number;
};

/** What was asked and what is placed, by force; forces of which nothing is asked are left out. */
export function coverageOf(board: Board, placements: readonly Placement[]): readonly Coverage[] {
  const times = new Map<string, number>();
  for (const { demandId } of placements) times.set(demandId, (times.get(demandId) ?? 0) + 1);
  return forces.flatMap((force) => {
    const asked = board.week.demands.filter((demand) => demand.force === force);
    if (asked.length === 0) return [];
    const sum = (of: (demand: Demand, minutes: number) => number) =>
      asked.reduce((total, demand) => total + of(demand, board.minutesEach.get(demand.demandId) ?? 0), 0);
    const given = ({ demandId }: Demand) => times.get(demandId) ?? 0;
    return {
      force,
      demands: asked.length,
      timesAsked: sum((demand) => demand.times),
      timesPlaced: sum(given),
      minutesAsked: sum((demand, minutes) => demand.times * minutes),
      minutesPlaced: sum((demand, minutes) => given(demand) * minutes),
    };
  });
}
