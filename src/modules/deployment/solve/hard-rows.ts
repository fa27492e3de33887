import { type Board, type Option, pupilsOf } from '../domain/placement/board.ts';
import type { Room } from '../domain/placement/room.ts';
import type { Days } from '../domain/placement/runs.ts';
import type { Adult } from '../domain/week.ts';
import { atMost, none, type Row } from './program.ts';

/** The pieces of time that no slot divides: two slots that overlap share one. */
export function piecesOf({ slots }: Days): ReadonlyMap<string, readonly string[]> {
  const all = [...slots.values()];
  return new Map(
    all.map((slot) => {
      const cuts = all
        .filter(({ day }) => day === slot.day)
        .flatMap(({ from, until }) => [from, until])
        .filter((at) => at >= slot.from && at < slot.until);
      return [slot.slotId, [...new Set(cuts)].map((at) => `${slot.day} ${at}`)];
    }),
  );
}

type Given = { readonly board: Board; readonly room: Room; readonly options: readonly Option[] };

/** Every hard rule as rows over the options, one column each, beside what the room holds already. */
export function hardRows(given: Given): readonly Row[] {
  const pieces = piecesOf(given.board.days);
  const piecesOfOption = (option: Option) => option.run.slotIds.flatMap((slotId) => pieces.get(slotId) ?? []);
  return [
    ...rowsOfDemands(given, piecesOfOption),
    ...rowsOfPupils(given, piecesOfOption),
    ...rowsOfAdults(given, piecesOfOption),
  ];
}

type PiecesOf = (option: Option) => readonly string[];

/** The columns that share a key, one row of at most one for each key with more than one. */
function onceEach(options: readonly (readonly [number, Option])[], keysOf: PiecesOf): readonly Row[] {
  const columns = new Map<string, number[]>();
  for (const [column, option] of options)
    for (const key of keysOf(option)) {
      const list = columns.get(key);
      if (list === undefined) columns.set(key, [column]);
      else list.push(column);
    }
  return [...columns.values()].filter((list) => list.length > 1).map((list) => atMost(1, list));
}

const numbered = (options: readonly Option[]) => options.map((option, column) => [column, option] as const);

function rowsOfDemands({ options, room }: Given, piecesOfOption: PiecesOf): readonly Row[] {
  const byDemand = Map.groupBy(numbered(options), ([, { demand }]) => demand);
  return [...byDemand].flatMap(([demand, its]) => [
    atMost(
      demand.times - room.ofDemand(demand.demandId).length,
      its.map(([column]) => column),
    ),
    ...onceEach(its, demand.oncePerDay ? ({ run }) => [String(run.day)] : piecesOfOption),
  ]);
}

/** Of a pupil with one demand the demand's own rows say it already. */
function rowsOfPupils({ options }: Given, piecesOfOption: PiecesOf): readonly Row[] {
  const byDemand = Map.groupBy(numbered(options), ([, { demand }]) => demand);
  const pupils = new Map<string, string[]>();
  const its = new Map<string, readonly (readonly [number, Option])[]>();
  for (const [demand, list] of byDemand) {
    its.set(demand.demandId, list);
    for (const pupilId of pupilsOf(demand))
      pupils.set(pupilId, [...(pupils.get(pupilId) ?? []), demand.demandId]);
  }
  // Pupils of the same groups have the same rows.
  const groups = new Set([...pupils.values()].filter((ids) => ids.length > 1).map((ids) => ids.join(' ')));
  return [...groups].flatMap((ids) =>
    onceEach(
      ids.split(' ').flatMap((id) => its.get(id) ?? []),
      piecesOfOption,
    ),
  );
}

function rowsOfAdults(given: Given, piecesOfOption: PiecesOf): readonly Row[] {
  const { board, room } = given;
  const byAdult = Map.groupBy(numbered(given.options), ([, { adult }]) => adult);
  return [...byAdult].flatMap(([adult, its]) => {
    const minutes = {
      lower: -none,
      upper: adult.minutes - room.minutesOf(adult.staffId),
      columns: its.map(([column]) => column),
      factors: its.map(([, { run }]) => run.minutes),
    };
    return [
      minutes,
      ...onceEach(its, piecesOfOption),
      ...rowsOfRests(board, room, adult, its),
      ...rowsOfTravel(board, its),
    ];
  });
}

type Its = readonly (readonly [number, Option])[];

/** Of one more slot in a row than is agreed, one stays free. */
function rowsOfRests({ days }: Board, room: Room, adult: Adult, its: Its): readonly Row[] {
  const { inARow } = adult;
  if (inARow === null) return [];
  const fixed = new Set(room.ofAdult(adult.staffId).flatMap(({ run }) => run.slotIds));
  return chainsOf(days, inARow + 1).flatMap((chain) => {
    const within = its
      .map(([column, { run }]) => ({ column, count: run.slotIds.filter((id) => chain.has(id)).length }))
      .filter(({ count }) => count > 0);
    const taken = [...chain].filter((id) => fixed.has(id)).length;
    if (within.length === 0) return [];
    return [
      {
        lower: -none,
        upper: inARow - taken,
        columns: within.map(({ column }) => column),
        factors: within.map(({ count }) => count),
      },
    ];
  });
}

const chains = new WeakMap<Days, Map<number, readonly ReadonlySet<string>[]>>();

/** Every row of so many slots that follow one another. */
function chainsOf(days: Days, length: number): readonly ReadonlySet<string>[] {
  const known = chains.get(days) ?? new Map<number, readonly ReadonlySet<string>[]>();
  chains.set(days, known);
  const made = known.get(length);
  if (made !== undefined) return made;
  const all = [...days.slots.values()];
  let lists = all.map((slot) => [slot]);
  for (let more = 1; more < length; more += 1)
    lists = lists.flatMap((list) => {
      const last = list.at(-1);
      return all
        .filter(({ day, from }) => day === last?.day && from === last.until)
        .map((slot) => [...list, slot]);
    });
  const sets = lists.map((list) => new Set(list.map(({ slotId }) => slotId)));
  known.set(length, sets);
  return sets;
}

/** At one site in one slot, and at another in one that follows too soon: one of the two. */
function rowsOfTravel({ days, week }: Board, its: Its): readonly Row[] {
  const bySite = Map.groupBy(its, ([, { site }]) => site);
  bySite.delete(null);
  if (bySite.size < 2 || week.travelMinutes === 0) return [];
  const at = new Map([...bySite].map(([site, list]) => [site, columnsBySlot(list)]));
  const slots = [...days.slots.values()];
  const near = slots.flatMap((before) =>
    slots
      .filter(({ day, from }) => day === before.day && from >= before.until)
      .filter(({ from }) => from - before.until < week.travelMinutes)
      .map((after) => [before.slotId, after.slotId] as const),
  );
  return near.flatMap(([before, after]) =>
    [...at].flatMap(([site, here]) =>
      [...at].flatMap(([other, there]) => {
        const first = here.get(before) ?? [];
        const second = there.get(after) ?? [];
        return site === other || first.length === 0 || second.length === 0
          ? []
          : [atMost(1, [...first, ...second])];
      }),
    ),
  );
}

function columnsBySlot(its: Its): ReadonlyMap<string, readonly number[]> {
  const columns = new Map<string, number[]>();
  for (const [column, { run }] of its)
    for (const slotId of run.slotIds) columns.set(slotId, [...(columns.get(slotId) ?? []), column]);
  return columns;
}
