import type { PupilId, StaffId } from '../../../../kernel/ids.ts';
import { once } from '../../../../kernel/once.ts';
import type { TierWords } from '../provision-words.ts';
import {
  type Cells,
  cellsOfPlaces,
  cellsOfRun,
  type Due,
  dueSessions,
  isInFrame,
  type MapPlace,
  type MapRun,
  sourcesOf,
  sumCells,
} from './map-cells.ts';
import {
  type CostLines,
  costsOfRun,
  type MapRate,
  type RunCosts,
  type Spent,
  sumSpent,
} from './map-costs.ts';
import { isOfSomePupils, type MapFilter, type Opened, withoutOne } from './map-filter.ts';
import { type MapFrame, zeros } from './map-frame.ts';
import { spentOnPlace, spentOnRun } from './run-spent.ts';

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
  /** Of which runs what each pupil had and cost was read; of the others only what they come to as a whole. */
  readonly opened: Opened;
  readonly money: {
    /** By run. */
    readonly lines: ReadonlyMap<string, CostLines>;
    readonly ratesOf: ReadonlyMap<StaffId, readonly MapRate[]>;
  } | null;
};

/**
 * What stands in a row of the map: minutes and, where it may be seen, what they cost and what was spent each week. Each is
 * worked out when it is first asked for: of a map of closed runs nobody asks what each pupil had.
 */
export type Measured = {
  readonly cells: () => Cells;
  readonly spent: () => Spent;
  /** Of `spent` what is spent already: what is to come need not be reckoned for it. */
  readonly toDate: () => number;
  readonly weekly: () => number[];
};
export type PlaceNode = Measured & { readonly pupil: MapPupil; readonly runId: string };
/** `adults` is the time of the run; `cells` is that of its pupils added up. */
export type RunNode = Measured & {
  readonly run: MapRun;
  readonly adults: () => Cells;
  /** Who is in it in this time. */
  readonly pupils: readonly MapPupil[];
  readonly places: () => readonly PlaceNode[];
  /** Down to each pupil's share; null for those who may not see what things cost. */
  readonly costs: () => RunCosts | null;
  readonly unratedMinutes: () => number;
};

const weeklyOf = (frame: MapFrame, some: readonly (number[] | undefined)[]): number[] => {
  const sum = zeros(frame.open.length);
  for (const one of some) for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (one?.[at] ?? 0);
  return sum;
};

/** Adds rows: what stands above is the sum of what stands below. */
export const sumMeasured = (frame: MapFrame, some: readonly Measured[]): Measured => ({
  cells: once(() =>
    sumCells(
      frame,
      some.map(({ cells }) => cells()),
    ),
  ),
  spent: once(() => sumSpent(some.map(({ spent }) => spent()))),
  toDate: once(() => some.reduce((sum, { toDate }) => sum + toDate(), 0)),
  weekly: once(() =>
    weeklyOf(
      frame,
      some.map(({ weekly }) => weekly()),
    ),
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

type Kept = { readonly place: MapPlace; readonly pupil: MapPupil };
type Of = { readonly sources: MapSources; readonly run: MapRun; readonly due: readonly Due[] };

/** The costs of a run, as a whole and down to the last share; without any for those who may not see them. */
function costsWith({ sources, run, due }: Of, places: readonly MapPlace[]) {
  const { money, frame } = sources;
  if (money === null) return { whole: () => null, costs: () => null, toDateOf: () => 0 };
  const { lines, ratesOf } = money;
  const of = { run, places, due, lines: lines.get(run.runId) ?? new Map(), ratesOf, frame };
  return {
    whole: once(() => spentOnRun(of)),
    costs: once(() => costsOfRun(of)),
    toDateOf: (pupilId: PupilId) => spentOnPlace(of, pupilId),
  };
}
type Costs = ReturnType<typeof costsWith>;

function placeNode(
  { sources: { frame }, run, due }: Of,
  { place, pupil }: Kept,
  { costs, toDateOf }: Costs,
): PlaceNode {
  return {
    pupil,
    runId: run.runId,
    cells: once(() => cellsOfPlaces([place], due, frame)),
    spent: once(() => sumSpent(costs()?.shares.filter(({ pupilId }) => pupilId === place.pupilId) ?? [])),
    toDate: once(() => toDateOf(place.pupilId)),
    weekly: () => costs()?.weekly.get(place.pupilId) ?? zeros(frame.open.length),
  };
}

function runNode(of: Of, places: readonly MapPlace[], keeps: Test<MapPupil> | null): RunNode | null {
  const { sources, run, due } = of;
  const { frame, opened } = sources;
  const kept = places
    .flatMap((place): Kept[] => {
      const pupil = sources.pupils.get(place.pupilId);
      return pupil === undefined || keeps?.(pupil) === false || !isInFrame(place, frame)
        ? []
        : [{ place, pupil }];
    })
    .toSorted(byName);
  if (keeps !== null && kept.length === 0) return null;
  const costs = costsWith(of, places);
  const isOpened = opened === 'all' || opened.includes(run.runId);
  const ofPupils = <T>(make: () => T): (() => T) =>
    once(() => {
      if (!isOpened) throw new Error('Of a closed run it was not read what each pupil had');
      return make();
    });
  const nodes = ofPupils(() => kept.map((one) => placeNode(of, one, costs)));
  const common = {
    run,
    pupils: kept.map(({ pupil }) => pupil),
    places: nodes,
    adults: once(() => cellsOfRun(run, due, frame)),
    cells: ofPupils(() =>
      cellsOfPlaces(
        kept.map(({ place }) => place),
        due,
        frame,
      ),
    ),
    costs: ofPupils(costs.costs),
    unratedMinutes: () => costs.whole()?.unratedMinutes ?? 0,
  };
  if (keeps !== null) {
    const { spent, toDate, weekly } = sumMeasured(frame, nodes());
    return { ...common, spent, toDate, weekly };
  }
  // Of the whole run also what pupils bore who are not shown, and what nobody bears.
  const spent = () => costs.whole()?.spent ?? sumSpent([]);
  return {
    ...common,
    spent,
    toDate: () => spent().toDate,
    weekly: () => costs.whole()?.weekly ?? zeros(frame.open.length),
  };
}

/** The runs with their pupils that a filter leaves: names in order. */
export function runNodes(sources: MapSources, filter: MapFilter): readonly RunNode[] {
  const { frame } = sources;
  const placesOf = Map.groupBy(sources.places, ({ runId }) => runId);
  const keeps = isOfSomePupils(filter) ? pupilTest(filter) : null;
  return sources.runs
    .filter(runTest(filter, frame))
    .toSorted((one, other) => collator.compare(one.name, other.name))
    .flatMap(
      (run) =>
        runNode({ sources, run, due: dueSessions(run, frame) }, placesOf.get(run.runId) ?? [], keeps) ?? [],
    );
}

export const collator = new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true });
export const byName = ({ pupil: one }: { pupil: MapPupil }, { pupil: other }: { pupil: MapPupil }): number =>
  collator.compare(one.surname, other.surname) || collator.compare(one.forename, other.forename);
