import { type Board, type Option, pupilsOf } from '../domain/placement/board.ts';
import { piecesOf } from './hard-rows.ts';

/**
 * A placement that could be made, by the cells that it takes: each is a piece of time of an adult or a pupil, or a time or day of
 * a demand, and holds one placement.
 */
export type Item = {
  readonly option: Option;
  readonly isPinned: boolean;
  /** Its own number, its adult's and its demand's. */
  readonly no: number;
  readonly adultNo: number;
  readonly demandNo: number;
  readonly cells: readonly number[];
  /** Those of its cells that are the adult's. */
  readonly adultCells: readonly number[];
  /** The adult's cell just before it and just after it; -1 where the day has none. */
  readonly before: number;
  readonly after: number;
  /** The same help at the same time by each adult who could give it, and by the adult's number. */
  readonly same: readonly Item[];
  readonly byAdult: readonly (Item | undefined)[];
};

/** Makes the items of a week. */
export function itemMaker(board: Board): (option: Option, isPinned: boolean) => Item {
  const pieces = piecesOf(board.days);
  const before = piecesBefore([...new Set([...pieces.values()].flat())]);
  const numberOf = numbering();
  const adultNos = new Map(board.week.adults.map((adult, at) => [adult, at]));
  const demandNos = new Map(board.week.demands.map((demand, at) => [demand, at]));
  let count = 0;
  const alike = new Map<string, { same: Item[]; byAdult: (Item | undefined)[] }>();
  return (option, isPinned) => {
    const { adult, demand, run, slotId } = option;
    const its = run.slotIds.flatMap((id) => pieces.get(id) ?? []);
    const ofAdult = (piece: string) => numberOf(`${adult.staffId} ${piece}`);
    const earlier = before.get(`${run.day} ${run.from}`);
    const later = `${run.day} ${run.until}`;
    const adultCells = its.map(ofAdult);
    const key = `${demand.demandId} ${slotId}`;
    const { same, byAdult } = alike.get(key) ?? { same: [], byAdult: [] };
    alike.set(key, { same, byAdult });
    const adultNo = adultNos.get(adult) ?? 0;
    const item: Item = {
      option,
      isPinned,
      no: count,
      adultNo,
      demandNo: demandNos.get(demand) ?? 0,
      cells: [
        ...adultCells,
        ...pupilsOf(demand).flatMap((pupilId) => its.map((piece) => numberOf(`${pupilId} ${piece}`))),
        ...(demand.oncePerDay ? [run.day] : its).map((time) => numberOf(`${demand.demandId} ${time}`)),
      ],
      adultCells,
      before: earlier === undefined ? -1 : ofAdult(earlier),
      after: before.has(later) ? ofAdult(later) : -1,
      same,
      byAdult,
    };
    count += 1;
    same.push(item);
    byAdult[adultNo] = item;
    return item;
  };
}

function numbering(): (key: string) => number {
  const numbers = new Map<string, number>();
  return (key) => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
}

/** Each piece of time with the one before it on its day; nothing for the first of a day. */
function piecesBefore(pieces: readonly string[]): ReadonlyMap<string, string | undefined> {
  const parsed = pieces.map((piece) => {
    const [day = 0, from = 0] = piece.split(' ').map(Number);
    return { piece, day, from };
  });
  const inOrder = parsed.toSorted((one, other) => one.day - other.day || one.from - other.from);
  return new Map(
    inOrder.map(({ piece, day }, at) => {
      const earlier = inOrder[at - 1];
      return [piece, earlier?.day === day ? earlier.piece : undefined];
    }),
  );
}
