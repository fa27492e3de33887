import type { StaffId } from '#src/kernel/ids.ts';
import type { Week, Weekday } from '../week.ts';
import { type Away, type DayItem, fallenOn, isAway, itemsOn, type Move, rankOf } from './day-plan.ts';
import { type Cost, isWorse, noCost, plus } from './replan-cost.ts';
import { type Choice, optionsOf, type Standing } from './replan-options.ts';

/** Whether somebody may do all this on the day: the hard rules of the week, whoever checks them. */
export type Allows = (staffId: StaffId, items: readonly DayItem[]) => boolean;

export type DayAsked = {
  readonly week: Week;
  readonly day: Weekday;
  readonly away: readonly Away[];
  readonly allows: Allows;
};

/** What to do about one thing that falls: who takes it, and what becomes of what that person did. No `to`: it is lost. */
export type Suggestion = {
  readonly fallen: DayItem;
  readonly moves: readonly (Move & { readonly item: DayItem })[];
};

export type Replan = {
  readonly suggestions: readonly Suggestion[];
  readonly cost: Cost;
  /** Adults at work whose day changes. */
  readonly changed: readonly StaffId[];
  /** False: the search ended at its limit, and what it found obeys every rule but may not be the least change. */
  readonly isLeast: boolean;
};

/** So many steps take about a second for a school with 60 adults. */
const mostSteps = 1000;

/**
 * Mends a day on which adults are away (rule cover-2). Everything stays at its time; somebody else takes it, or it is
 * lost. First as little as may be is lost of safety, then of what the law owes, of interventions, of the rest (minutes by need);
 * then as few people as may be have another day than they had; then as few things as may be move.
 *
 * The search goes depth first by what looks best, then again with one step against it, two, and so on: the first answer
 * is there at once, and a small school's is the best there is.
 */
export function replan(asked: DayAsked, limit: number = mostSteps): Replan {
  const fallen = fallenOn(asked.week, asked.day, asked.away);
  const search = startSearch(asked, fallen, limit);
  let isLeast = false;
  for (let against = 0; !isLeast && search.steps < limit; against++) {
    search.wasCut = false;
    explore(
      search,
      { standing: search.first, queue: inOrder(search, fallen), cost: noCost, taken: [] },
      against,
    );
    isLeast = !search.wasCut && search.steps < limit;
  }
  const best = search.best ?? { cost: noCost, taken: [] };
  const changed = new Set(best.taken.flatMap(({ item, to }) => peopleOf(asked.away, item, to)));
  return { suggestions: suggestionsOf(fallen, best.taken), cost: best.cost, changed: [...changed], isLeast };
}

/** Something that was decided: who takes an item (null: nobody), and for the sake of which fallen one. */
type Taken = { readonly item: DayItem; readonly to: StaffId | null; readonly sake: string };
type State = {
  readonly standing: Standing;
  readonly queue: readonly Waiting[];
  readonly cost: Cost;
  readonly taken: readonly Taken[];
};
type Waiting = { readonly item: DayItem; readonly sake: string; readonly takers: readonly StaffId[] };
type Search = {
  readonly first: Standing;
  readonly takersOf: (item: DayItem) => readonly StaffId[];
  readonly allows: Allows;
  readonly limit: number;
  steps: number;
  wasCut: boolean;
  best: Pick<State, 'cost' | 'taken'> | null;
};

function startSearch(asked: DayAsked, fallen: readonly DayItem[], limit: number): Search {
  const { week, day, away } = asked;
  const gone = new Set(fallen.map(({ key }) => key));
  const held = new Map<StaffId, readonly DayItem[]>(week.adults.map(({ staffId }) => [staffId, []]));
  for (const item of itemsOn(week, day)) {
    const { staffId } = item.placement;
    if (!gone.has(item.key)) held.set(staffId, [...(held.get(staffId) ?? []), item]);
  }
  const allows = keepAnswers(asked.allows);
  const known = new Map<string, readonly StaffId[]>();
  const takersOf = (item: DayItem): readonly StaffId[] => {
    const found =
      known.get(item.key) ??
      week.adults
        .map(({ staffId }) => staffId)
        .filter((staffId) => staffId !== item.placement.staffId && !isAway(away, staffId, item))
        .filter((staffId) => allows(staffId, [item]));
    known.set(item.key, found);
    return found;
  };
  const first: Standing = { held, fixed: new Set(), changed: new Set() };
  return { first, takersOf, allows, limit, steps: 0, wasCut: false, best: null };
}

/** The same question is asked of the same hours again and again. */
function keepAnswers(allows: Allows): Allows {
  const [numbers, answers] = [new Map<string, number>(), new Map<string, boolean>()];
  const numberOf = (key: string): number => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  return (staffId, items) => {
    const question = `${numberOf(staffId)}:${items.map(({ key }) => numberOf(key)).toSorted((a, b) => a - b)}`;
    const answer = answers.get(question) ?? allows(staffId, items);
    answers.set(question, answer);
    return answer;
  };
}

/**
 * The least that what waits must still cost: a move each, a stranger where nobody who can take it knows the pupils, and so
 * many more people as there are things at one time beyond those whose day has changed. What is lost instead costs more.
 */
function leastStillOf({ queue, standing }: State): Cost {
  const strange = queue.filter(({ item, takers }) => !takers.some((one) => item.demand.knows.has(one)));
  const people = queue.map(({ item: { from } }) => {
    const atOnce = queue.filter(({ item }) => item.from <= from && from < item.until);
    const helping = new Set(
      atOnce.flatMap(({ takers }) => takers.filter((one) => standing.changed.has(one))),
    );
    return atOnce.length - helping.size;
  });
  return {
    ...noCost,
    people: Math.max(0, ...people),
    moves: queue.length,
    strangers: strange.length,
  };
}

/** The most urgent first; of those alike, what the fewest can take. */
const inOrder = (search: Search, items: readonly DayItem[], sake?: string): readonly Waiting[] =>
  items.map((item) => ({ item, sake: sake ?? item.key, takers: search.takersOf(item) })).toSorted(byUrgency);

const byUrgency = (one: Waiting, other: Waiting): number =>
  rankOf(one.item.demand) - rankOf(other.item.demand) ||
  one.takers.length - other.takers.length ||
  one.item.from - other.item.from;

function explore(search: Search, state: State, against: number): void {
  search.steps += 1;
  if (search.best !== null && !isWorse(search.best.cost, plus(state.cost, leastStillOf(state)))) return;
  const [next, ...rest] = state.queue;
  if (next === undefined) {
    search.best = state;
    return;
  }
  const { takersOf, allows } = search;
  const { item, takers } = next;
  const options = optionsOf({ next: item, takers, standing: state.standing, allows, takersOf }, against + 1);
  for (const [at, choice] of options.entries()) {
    if (search.steps >= search.limit || at > against) {
      search.wasCut = true;
      return;
    }
    explore(search, after(search, { ...state, queue: rest }, next, choice), against - at);
  }
}

function after(search: Search, state: State, next: Waiting, choice: Choice): State {
  const pushed = inOrder(search, choice.displaced, next.sake);
  return {
    standing: choice.standing,
    queue: pushed.length === 0 ? state.queue : [...state.queue, ...pushed].toSorted(byUrgency),
    cost: plus(state.cost, choice.cost),
    taken: [...state.taken, { item: next.item, to: choice.to, sake: next.sake }],
  };
}

const peopleOf = (away: readonly Away[], item: DayItem, to: StaffId | null): readonly StaffId[] => {
  const { staffId } = item.placement;
  return [...(to === null ? [] : [to]), ...(isAway(away, staffId, item) ? [] : [staffId])];
};

const suggestionsOf = (fallen: readonly DayItem[], taken: readonly Taken[]): readonly Suggestion[] =>
  fallen.map((item) => ({
    fallen: item,
    moves: taken
      .filter(({ sake }) => sake === item.key)
      .map((one) => ({ item: one.item, placement: one.item.placement, to: one.to })),
  }));
