import { addDays, type SchoolDate } from '#src/kernel/dates.ts';

/** A result that may be the entry or the exit of a run. */
export type PickedResult = {
  readonly resultId: string;
  readonly measureKey: string;
  readonly on: SchoolDate;
  readonly score: number;
  readonly form: string | null;
};

/** When the pupil was in the run; `until` is null while it goes on. */
export type Stay = { readonly from: SchoolDate; readonly until: SchoolDate | null };

/** What somebody has set by hand goes before the rule. */
export type SetByHand = { readonly entryId: string | null; readonly exitId: string | null };

const daysBeforeStart = 120;
const daysAfterStart = 14;
const daysBeforeEnd = 21;
const daysAfterEnd = 42;

export const pickProblems = {
  no_entry: 'No score at entry',
  entry_too_old: 'The last score before the start is more than 120 days older than it',
  no_exit: 'No score at exit yet',
  exit_before_entry: 'The exit chosen is not after the entry',
  measure_changed: 'Tested with another measure at the end: two measures cannot be set against each other',
} as const;
export type PickProblem = keyof typeof pickProblems;

export type Picked = {
  readonly entry: PickedResult | null;
  readonly exit: PickedResult | null;
  readonly problem: PickProblem | null;
};

const byDay = (a: PickedResult, b: PickedResult): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : a.resultId < b.resultId ? -1 : a.resultId > b.resultId ? 1 : 0;

const isBetween = (on: SchoolDate, from: SchoolDate, to: SchoolDate): boolean => from <= on && on <= to;

const entryOf = (results: readonly PickedResult[], { from }: Stay): PickedResult | null =>
  results.findLast(({ on }) =>
    isBetween(on, addDays(from, -daysBeforeStart), addDays(from, daysAfterStart)),
  ) ?? null;

function exitOf(results: readonly PickedResult[], { until }: Stay, entry: PickedResult): PickedResult | null {
  const after = results.filter(({ on }) => on > entry.on);
  // While the run goes on, how far the pupil has come by the last test.
  if (until === null) return after.at(-1) ?? null;
  const near = ({ on }: PickedResult) =>
    isBetween(on, addDays(until, -daysBeforeEnd), addDays(until, daysAfterEnd));
  return after.find(near) ?? null;
}

function problemOf(
  results: readonly PickedResult[],
  measureKey: string,
  { entry, exit, stay }: { entry: PickedResult | null; exit: PickedResult | null; stay: Stay },
): PickProblem | null {
  const same = results.filter((result) => result.measureKey === measureKey);
  if (entry === null) return same.some(({ on }) => on <= stay.from) ? 'entry_too_old' : 'no_entry';
  if (exit !== null) return exit.on > entry.on ? null : 'exit_before_entry';
  const { until } = stay;
  const wasTestedOtherwise =
    until !== null &&
    results.some(
      (result) =>
        result.measureKey !== measureKey &&
        isBetween(result.on, addDays(until, -daysBeforeEnd), addDays(until, daysAfterEnd)),
    );
  return wasTestedOtherwise ? 'measure_changed' : 'no_exit';
}

/**
 * (rule impact-14) Which of a pupil's results are the entry and the exit of a run. Entry: the last from 120 days before
 * the start to 14 days after it. Exit: the first from 21 days before the end to 42 days after it; while the run goes on,
 * the last one after the entry. What is set by hand goes before. Results of any measure may be handed in: only those of
 * `measureKey` count, the others tell that the measure was changed.
 */
export function pickResults(
  results: readonly PickedResult[],
  measureKey: string,
  stay: Stay,
  byHand: SetByHand = { entryId: null, exitId: null },
): Picked {
  const same = results.filter((result) => result.measureKey === measureKey).toSorted(byDay);
  const chosen = (id: string | null) => same.find(({ resultId }) => resultId === id) ?? null;
  const entry = chosen(byHand.entryId) ?? entryOf(same, stay);
  const exit = chosen(byHand.exitId) ?? (entry === null ? null : exitOf(same, stay, entry));
  const problem = problemOf(results, measureKey, { entry, exit, stay });
  return problem === 'exit_before_entry' ? { entry, exit: null, problem } : { entry, exit, problem };
}
