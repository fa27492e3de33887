import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import type { NeedGiven, NeedRecord } from './needs.ts';

/** What has to be written so that the needs in force become the needs given. Nothing of the past is lost. */
export type NeedsPlan = {
  readonly withdraw: readonly NeedRecord[];
  readonly end: readonly { readonly need: NeedRecord; readonly untilOn: SchoolDate }[];
  readonly reword: readonly {
    readonly need: NeedRecord;
    readonly ownWords: string | null;
    readonly toldBy: string | null;
  }[];
  readonly open: readonly (NeedGiven & { readonly fromOn: SchoolDate })[];
};

type Pair = { readonly given: NeedGiven; readonly held: NeedRecord | undefined };

const isKept = ({ given, held }: Pair) => held?.rank === given.rank && held.fromOn === given.sinceOn;
const isRedated = ({ given, held }: Pair) => held?.rank === given.rank && held.fromOn !== given.sinceOn;
const isMoved = ({ given, held }: Pair) => held !== undefined && held.rank !== given.rank;
/** Has the date of its own, not that of the need as it was held at another rank. */
const hasOwnDay = ({ given, held }: Pair) => held === undefined || held.fromOn !== given.sinceOn;

/** The day on which the order changes: today, or earlier when a need given took over a held place earlier. */
function dayOfChange(pairs: readonly Pair[], held: readonly NeedRecord[], today: SchoolDate): SchoolDate {
  const takesOver = (pair: Pair) =>
    !isKept(pair) &&
    !isRedated(pair) &&
    hasOwnDay(pair) &&
    (isMoved(pair) || held.some((one) => one.rank === pair.given.rank));
  return pairs
    .filter(takesOver)
    .map(({ given }) => given.sinceOn)
    .reduce((earliest, day) => (day < earliest ? day : earliest), today);
}

const words = (given: NeedGiven) => ({ ownWords: given.ownWords ?? null, toldBy: given.toldBy ?? null });

/**
 * Works out the dated changes. What is the same stays; what is left out ends yesterday; what changes its rank is
 * closed and opened anew; a date that is put right withdraws the wrong line. A need that began today and goes is
 * withdrawn, as it never held for a day.
 */
export function planNeeds(
  held: readonly NeedRecord[],
  given: readonly NeedGiven[],
  today: SchoolDate,
): NeedsPlan {
  const pairs = given.map((one) => ({
    given: one,
    held: held.find((need) => need.senType === one.senType),
  }));
  const change = dayOfChange(pairs, held, today);
  const staying = new Set(pairs.filter(isKept).map((pair) => pair.held));
  const redated = new Set(pairs.filter(isRedated).map((pair) => pair.held));
  const going = held.filter((need) => !staying.has(need) && !redated.has(need));
  const isFollowed = (need: NeedRecord) =>
    given.some((one) => one.rank === need.rank || one.senType === need.senType);
  const lastsUntil = (need: NeedRecord) => addDays(isFollowed(need) ? change : today, -1);
  const isGone = (need: NeedRecord) => redated.has(need) || need.fromOn > lastsUntil(need);
  const firstDay = (pair: Pair): SchoolDate => {
    if (hasOwnDay(pair) || pair.held === undefined) return pair.given.sinceOn;
    return pair.held.fromOn >= change ? pair.held.fromOn : change;
  };
  return {
    withdraw: [...redated, ...going.filter(isGone)].filter((need) => need !== undefined),
    end: going.filter((need) => !isGone(need)).map((need) => ({ need, untilOn: lastsUntil(need) })),
    reword: pairs.filter(isKept).flatMap((pair) => {
      const now = words(pair.given);
      const { held: need } = pair;
      if (need === undefined || (need.ownWords === now.ownWords && need.toldBy === now.toldBy)) return [];
      return [{ need, ...now }];
    }),
    open: pairs
      .filter((pair) => !isKept(pair))
      .map((pair) => ({ ...pair.given, ...words(pair.given), fromOn: firstDay(pair) })),
  };
}

/** Would a line to be opened stand on days on which another held its rank, or its type? Such days are past history. */
export function overlapsHistory(plan: NeedsPlan, history: readonly NeedRecord[]): boolean {
  const gone = new Set(plan.withdraw.map((need) => need.needId));
  const ended = new Map(plan.end.map(({ need, untilOn }) => [need.needId, untilOn]));
  return plan.open.some((open) =>
    history.some((need) => {
      if (gone.has(need.needId)) return false;
      const untilOn = ended.get(need.needId) ?? need.untilOn;
      const isSamePlace = need.rank === open.rank || need.senType === open.senType;
      return isSamePlace && (untilOn === null || untilOn >= open.fromOn);
    }),
  );
}
