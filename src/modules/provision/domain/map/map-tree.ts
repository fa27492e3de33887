import type { PupilId, StaffId } from '../../../../kernel/ids.ts';
import { areaWords, fundingWords } from '../provision-words.ts';
import {
  type Cells,
  cellsOfPlace,
  cellsOfRun,
  dueSessions,
  type MapPlace,
  type MapRun,
  sourcesOf,
  sumCells,
  sumOf,
} from './map-cells.ts';
import { costsOfRun, type MapRate, type RunCosts, type Spent, sumSpent } from './map-costs.ts';
import { isOfSomePupils, type MapFilter, withoutOne } from './map-filter.ts';
import { type MapFrame, zeros } from './map-frame.ts';
import type { TierWords } from './map-words.ts';
import type { CostLine } from './run-line.ts';

/** A pupil as the map shows and sorts them. */
export type MapPupil = {
  readonly pupilId: PupilId;
  readonly surname: string;
  readonly forename: string;
  readonly yearGroup: string | null;
  readonly yearRank: number;
  readonly className: string | null;
  /** In order of rank. */
  readonly needTypes: readonly string[];
};

/** All that a map is made of, for one period. `money` is null for those who may not see what things cost. */
export type MapSources = {
  readonly frame: MapFrame;
  readonly runs: readonly MapRun[];
  /** In order of run and pupil. */
  readonly places: readonly MapPlace[];
  readonly pupils: ReadonlyMap<PupilId, MapPupil>;
  readonly tierWords: TierWords;
  readonly money: {
    readonly lines: ReadonlyMap<string, ReadonlyMap<PupilId | null, CostLine>>;
    readonly ratesOf: ReadonlyMap<StaffId, readonly MapRate[]>;
  } | null;
};

/** What stands in a row of the map: minutes and, where it may be seen, what they cost and what was spent each week. */
export type Measured = {
  readonly cells: Cells;
  readonly spent: Spent;
  readonly weekly: number[];
};
export type PlaceNode = Measured & { readonly pupil: MapPupil; readonly runId: string };
/** `adults` is the time of the run; `cells` is that of its pupils added up. */
export type RunNode = Measured & {
  readonly run: MapRun;
  readonly adults: Cells;
  readonly places: readonly PlaceNode[];
  readonly costs: RunCosts | null;
};
export type GroupNode = Measured & {
  readonly key: string;
  readonly label: string;
  readonly adults: Cells;
  readonly runs: readonly RunNode[];
};

const weeklyOf = (frame: MapFrame, some: readonly (number[] | undefined)[]): number[] => {
  const sum = zeros(frame.open.length);
  for (const one of some) for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (one?.[at] ?? 0);
  return sum;
};

/** Adds rows: what stands above is the sum of what stands below. */
export const sumMeasured = (frame: MapFrame, some: readonly Measured[]): Measured => ({
  cells: sumCells(
    frame,
    some.map(({ cells }) => cells),
  ),
  spent: sumSpent(some.map(({ spent }) => spent)),
  weekly: weeklyOf(
    frame,
    some.map(({ weekly }) => weekly),
  ),
});

type Test<T> = (one: T) => boolean;

const among =
  <T, V extends string>(chosen: readonly V[], values: (one: T) => readonly V[]): Test<T> =>
  (one) =>
    chosen.length === 0 || values(one).some((value) => chosen.includes(value));

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The pupils whom a filter leaves. */
export function pupilTest({ class: classes, year, need, q }: MapFilter): Test<MapPupil> {
  const words = plain(q).split(/\s+/);
  const tests: readonly Test<MapPupil>[] = [
    among(classes, (pupil) => [pupil.className ?? withoutOne]),
    among(year, (pupil) => [pupil.yearGroup ?? withoutOne]),
    among(need, (pupil) => pupil.needTypes),
    (pupil) => q === '' || words.every((word) => plain(`${pupil.forename} ${pupil.surname}`).includes(word)),
  ];
  return (pupil) => tests.every((test) => test(pupil));
}

const runTest = ({ area, tier, source }: MapFilter, frame: MapFrame): Test<MapRun> => {
  const tests: readonly Test<MapRun>[] = [
    among(area, (run) => run.areas),
    among(tier, (run) => [run.tier]),
    among(source, (run) => sourcesOf(run, frame.until)),
  ];
  return (run) => tests.every((test) => test(run));
};

const isInFrame = ({ spells }: MapPlace, { cells }: Measured, { from, until }: MapFrame): boolean =>
  spells.some((spell) => spell.from <= until && (spell.until === null || spell.until >= from)) ||
  sumOf(cells.planned) + sumOf(cells.extra) > 0;

function nodeOf(sources: MapSources, run: MapRun, places: readonly MapPlace[], keeps: Test<MapPupil>) {
  const { frame, money, pupils } = sources;
  const due = dueSessions(run, frame);
  const costs =
    money === null
      ? null
      : costsOfRun({
          run,
          places,
          due,
          lines: money.lines.get(run.runId) ?? new Map(),
          ratesOf: money.ratesOf,
          frame,
        });
  const nodes = places.flatMap((place): PlaceNode[] => {
    const pupil = pupils.get(place.pupilId);
    if (pupil === undefined || !keeps(pupil)) return [];
    const spent = sumSpent(costs?.shares.filter(({ pupilId }) => pupilId === place.pupilId) ?? []);
    const weekly = costs?.weekly.get(place.pupilId) ?? zeros(frame.open.length);
    const measured = { cells: cellsOfPlace(place, due, frame), spent, weekly };
    return isInFrame(place, measured, frame) ? [{ ...measured, pupil, runId: run.runId }] : [];
  });
  return { due, costs, nodes };
}

/** The runs with their pupils that a filter leaves: names in order. */
export function runNodes(sources: MapSources, filter: MapFilter): readonly RunNode[] {
  const { frame } = sources;
  const placesOf = Map.groupBy(sources.places, ({ runId }) => runId);
  const isOfSome = isOfSomePupils(filter);
  const keeps = pupilTest(filter);
  const runs = sources.runs
    .filter(runTest(filter, frame))
    .toSorted((one, other) => collator.compare(one.name, other.name));
  return runs.flatMap((run): RunNode[] => {
    const { due, costs, nodes } = nodeOf(sources, run, placesOf.get(run.runId) ?? [], keeps);
    if (isOfSome && nodes.length === 0) return [];
    const sum = sumMeasured(frame, nodes);
    // Of the whole run also what pupils bore who are not shown, and what nobody bears.
    const whole =
      costs === null || isOfSome
        ? sum
        : { ...sum, spent: sumSpent(costs.shares), weekly: weeklyOf(frame, [...costs.weekly.values()]) };
    return [{ ...whole, run, adults: cellsOfRun(run, due, frame), places: nodes.toSorted(byName), costs }];
  });
}

const collator = new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true });
const byName = ({ pupil: one }: { pupil: MapPupil }, { pupil: other }: { pupil: MapPupil }): number =>
  collator.compare(one.surname, other.surname) || collator.compare(one.forename, other.forename);

type Key = { readonly key: string; readonly label: string; readonly rank: number };

const areaRank = Object.keys(areaWords);

function runKey({ tierWords, frame }: MapSources, by: MapFilter['by'], run: MapRun): Key {
  if (by === 'tier')
    return { key: run.tier, label: tierWords[run.tier], rank: Object.keys(tierWords).indexOf(run.tier) };
  if (by === 'type')
    return run.entry === null
      ? { key: withoutOne, label: 'Of no intervention in the catalogue', rank: 1 }
      : { key: run.entry.key, label: run.entry.name, rank: 0 };
  if (by === 'source') {
    const sources = sourcesOf(run, frame.until);
    return sources.length === 0
      ? { key: withoutOne, label: 'No source said', rank: 1 }
      : { key: sources.join('+'), label: sources.map((one) => fundingWords[one]).join(' and '), rank: 0 };
  }
  const [area] = run.areas;
  return area === undefined
    ? { key: withoutOne, label: 'No area said', rank: 9 }
    : { key: area, label: areaWords[area], rank: areaRank.indexOf(area) };
}

function pupilKey(by: MapFilter['by'], pupil: MapPupil, words: PupilWords): Key {
  if (by === 'class')
    return {
      key: pupil.className ?? withoutOne,
      label: pupil.className ?? 'No class',
      rank: pupil.className === null ? 1 : 0,
    };
  if (by === 'year')
    return { key: pupil.yearGroup ?? withoutOne, label: words.year(pupil.yearGroup), rank: pupil.yearRank };
  const [need] = pupil.needTypes;
  return need === undefined
    ? { key: withoutOne, label: 'No need recorded', rank: 1 }
    : { key: need, label: words.need(need), rank: 0 };
}

/** How years and needs are said: the register knows. */
export type PupilWords = {
  readonly year: (year: string | null) => string;
  readonly need: (type: string) => string;
};

type Grouped = { readonly group: Key; readonly node: RunNode };

/** A run in a group of pupils: only those of them who are in it, and their part of its cost. */
function partsOf(sources: MapSources, by: MapFilter['by'], node: RunNode, words: PupilWords): Grouped[] {
  const groups = Map.groupBy(node.places, ({ pupil }) => pupilKey(by, pupil, words).key);
  return [...groups.values()].map((places) => ({
    group: places[0] === undefined ? { key: '', label: '', rank: 0 } : pupilKey(by, places[0].pupil, words),
    node: { ...node, ...sumMeasured(sources.frame, places), places },
  }));
}

/** The tree: groups, in each its runs, in each its pupils. */
export function mapTree(
  { sources, nodes, words }: { sources: MapSources; nodes: readonly RunNode[]; words: PupilWords },
  filter: Pick<MapFilter, 'by'>,
): readonly GroupNode[] {
  const isOfPupils = filter.by === 'class' || filter.by === 'year' || filter.by === 'need';
  const parts = nodes.flatMap((node): Grouped[] =>
    isOfPupils
      ? partsOf(sources, filter.by, node, words)
      : [{ group: runKey(sources, filter.by, node.run), node }],
  );
  return [...Map.groupBy(parts, ({ group }) => group.key).values()]
    .flatMap((some) => {
      const [first] = some;
      if (first === undefined) return [];
      const runs = some.map(({ node }) => node);
      const adults = sumCells(
        sources.frame,
        runs.map((run) => run.adults),
      );
      const { key, label, rank } = first.group;
      return [{ key, label, rank, runs, adults, ...sumMeasured(sources.frame, runs) }];
    })
    .toSorted((one, other) => one.rank - other.rank || collator.compare(one.label, other.label))
    .map(({ rank: _, ...group }) => group);
}

/** A pupil with all their runs. */
export type PupilNode = Measured & { readonly pupil: MapPupil; readonly runs: readonly PlaceNode[] };

/** The grid: a row a pupil, by name. */
export const mapGrid = (sources: MapSources, nodes: readonly RunNode[]): readonly PupilNode[] =>
  [
    ...Map.groupBy(
      nodes.flatMap(({ places }) => places),
      ({ pupil }) => pupil.pupilId,
    ).values(),
  ]
    .flatMap((runs) => {
      const [first] = runs;
      return first === undefined ? [] : [{ pupil: first.pupil, runs, ...sumMeasured(sources.frame, runs) }];
    })
    .toSorted(byName);
