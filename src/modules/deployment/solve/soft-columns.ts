import type { StaffId } from '#src/kernel/ids.ts';
import { type Board, type Option, pupilsOf } from '../domain/placement/board.ts';
import type { Room } from '../domain/placement/room.ts';
import { equalShares, faceOf, knownBy, penceOf } from '../domain/placement/score.ts';
import type { Demand } from '../domain/week.ts';
import { type Aim, type Column, none, type Row, zeroOrOne } from './program.ts';

/** What makes a timetable better once its coverage stands: columns and rows beside the options, and the aims in order. */
export type Soft = {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly aims: readonly Aim[];
  /** The values of these columns where the options have those. */
  readonly valuesFor: (chosen: ReadonlySet<Option>) => readonly number[];
};

type Given = { readonly board: Board; readonly room: Room; readonly options: readonly Option[] };
type Made = { readonly column: Column; readonly valueFor: (chosen: ReadonlySet<Option>) => number };

/** Few adults a pupil, then equal shares, then cost, as the score counts them. */
export function softColumns(given: Given): Soft {
  const { options } = given;
  const made: Made[] = [];
  const rows: Row[] = [];
  const add = (one: Made): number => options.length + made.push(one) - 1;
  const faces = facesOf(given, add, rows);
  const unequal = unequalOf(given, add, rows);
  const pence = {
    columns: options.map((_, at) => at),
    factors: options.map(({ adult, run }) => -penceOf(adult, run.minutes)),
  };
  return {
    columns: made.map(({ column }) => column),
    rows,
    aims: [faces, unequal, pence],
    valuesFor: (chosen) => made.map(({ valueFor }) => valueFor(chosen)),
  };
}

/** 1 where one of them is chosen. */
const hasAny = (some: ReadonlySet<Option>, chosen: ReadonlySet<Option>): number =>
  [...some].some((option) => chosen.has(option)) ? 1 : 0;

type Add = (one: Made) => number;

const below = (columns: readonly number[], cap: number): Row => ({
  lower: -none,
  upper: 0,
  columns: [...columns, cap],
  factors: [...columns.map(() => 1), -1],
});

type Giving = ReadonlyMap<Demand, ReadonlyMap<StaffId, number>>;

/** A column for each adult of a demand with pupils: 1 where the adult gives any of it. */
function givingOf({ options }: Given, add: Add, rows: Row[]): Giving {
  const numbered = options.map((option, at) => ({ option, at }));
  const withPupils = numbered.filter(({ option }) => option.demand.pupilIds.length > 0);
  return new Map(
    [...Map.groupBy(withPupils, ({ option }) => option.demand)].map(([demand, list]) => {
      const adults = [...Map.groupBy(list, ({ option }) => option.adult.staffId)].map(([staffId, its]) => {
        const set = new Set(its.map(({ option }) => option));
        const column = add({ column: zeroOrOne, valueFor: (chosen) => hasAny(set, chosen) });
        const together = Map.groupBy(its, ({ option, at }) => (demand.oncePerDay ? option.run.day : -at));
        for (const some of together.values())
          rows.push(
            below(
              some.map(({ at }) => at),
              column,
            ),
          );
        return [staffId, column] as const;
      });
      return [demand, new Map(adults)] as const;
    }),
  );
}

/** A column for each adult of a pupil; pupils with the same demands share theirs. */
function facesOf(given: Given, add: Add, rows: Row[]): Aim {
  const { board, room, options } = given;
  const giving = givingOf(given, add, rows);
  const columns: number[] = [];
  const factors: number[] = [];
  for (const { demands, knows, seen, count } of pupilGroups(room, [...giving.keys()], knownBy(board.week))) {
    const adults = new Set(demands.flatMap((demand) => [...(giving.get(demand)?.keys() ?? [])]));
    for (const staffId of [...adults].filter((id) => !seen.has(id))) {
      const set = new Set(
        options.filter(({ adult, demand }) => adult.staffId === staffId && demands.includes(demand)),
      );
      const face = add({ column: zeroOrOne, valueFor: (chosen) => hasAny(set, chosen) });
      for (const demand of demands) {
        const column = giving.get(demand)?.get(staffId);
        if (column !== undefined) rows.push(below([column], face));
      }
      columns.push(face);
      factors.push(-count * faceOf(knows, staffId));
    }
  }
  return { columns, factors };
}

type Group = {
  readonly demands: readonly Demand[];
  readonly knows: ReadonlySet<StaffId>;
  readonly seen: ReadonlySet<StaffId>;
  readonly count: number;
};

/** Pupils with the same demands here, known by the same adults and helped by the same ones already. */
function pupilGroups(
  room: Room,
  demands: readonly Demand[],
  known: ReturnType<typeof knownBy>,
): readonly Group[] {
  const ofPupil = new Map<string, Demand[]>();
  const seenBy = new Map<string, ReadonlySet<StaffId>>();
  for (const demand of demands)
    for (const pupilId of pupilsOf(demand)) {
      ofPupil.set(pupilId, [...(ofPupil.get(pupilId) ?? []), demand]);
      seenBy.set(pupilId, new Set(room.ofPupil(pupilId).map(({ adult }) => adult.staffId)));
    }
  const names = (set: ReadonlySet<string>) => [...set].sort().join(' ');
  const groups = new Map<string, Group>();
  for (const [pupilId, list] of ofPupil) {
    const knows = known.get(pupilId) ?? new Set();
    const seen = seenBy.get(pupilId) ?? new Set();
    const key = [names(new Set(list.map(({ demandId }) => demandId))), names(knows), names(seen)].join(';');
    groups.set(key, { demands: list, knows, seen, count: (groups.get(key)?.count ?? 0) + 1 });
  }
  return [...groups.values()];
}

/** Minutes above and below an adult's equal share. */
function unequalOf({ board, room, options }: Given, add: Add, rows: Row[]): Aim {
  const shares = equalShares(board);
  const columns: number[] = [];
  const byAdult = Map.groupBy(
    options.map((option, at) => ({ option, at })),
    ({ option }) => option.adult.staffId,
  );
  for (const [staffId, its] of byAdult) {
    const apart = (shares.get(staffId) ?? 0) - room.minutesOf(staffId);
    const loadOf = (chosen: ReadonlySet<Option>) =>
      its.reduce((sum, { option }) => sum + (chosen.has(option) ? option.run.minutes : 0), 0);
    const column = add({
      column: { upper: none, isWhole: false },
      valueFor: (chosen) => Math.abs(loadOf(chosen) - apart),
    });
    columns.push(column);
    const at = its.map((one) => one.at);
    const minutes = its.map(({ option }) => option.run.minutes);
    // load - column <= apart, and load + column >= apart
    rows.push({ lower: -none, upper: apart, columns: [...at, column], factors: [...minutes, -1] });
    rows.push({ lower: apart, upper: none, columns: [...at, column], factors: [...minutes, 1] });
  }
  return { columns, factors: columns.map(() => -1) };
}
