import type { PupilId } from '#src/kernel/ids.ts';
import { sumCells } from '../domain/map/map-cells.ts';
import { sumSpent } from '../domain/map/map-costs.ts';
import { countsAdults } from '../domain/map/map-filter.ts';
import { type GroupNode, mapGrid, mapTree, type PupilNode } from '../domain/map/map-tree.ts';
import { totalsOf } from '../domain/map/map-words.ts';
import { runNodes } from '../domain/map/run-node.ts';
import { type MapView, pupilWords } from './map-view.ts';

export const pupilsAPage = 50;

/** The map as it is drawn: the tree whole, of the grid one page. */
export type DrawnMap = {
  readonly groups: readonly GroupNode[];
  readonly pupils: readonly PupilNode[];
  readonly pupilCount: number;
  readonly runCount: number;
  readonly runNames: ReadonlyMap<string, string>;
  readonly totals: ReturnType<typeof totalsOf>;
  readonly spent: ReturnType<typeof sumSpent>;
  readonly unratedMinutes: number;
  /** Everybody of whom the map says something. */
  readonly pupilIds: readonly PupilId[];
};

const emptyMap = {
  groups: [],
  pupils: [],
  pupilCount: 0,
  runCount: 0,
  runNames: new Map<string, string>(),
  totals: { planned: 0, held: 0, extra: 0, own: 0, notLogged: 0, toCome: 0, lost: 0 },
  spent: { planned: 0, toDate: 0, toCome: 0 },
  unratedMinutes: 0,
  pupilIds: [],
} as const;

/** Draws the tree, or the page of the grid that is asked for; `isWhole` draws all pages. */
export function drawMap({ map, filter }: MapView, isWhole = false): DrawnMap {
  if (map === null) return emptyMap;
  const nodes = runNodes(map, filter);
  const isTree = filter.view === 'tree';
  const all = isTree ? [] : mapGrid(map, nodes);
  const pupilIds = new Set(nodes.flatMap(({ pupils }) => pupils.map(({ pupilId }) => pupilId)));
  const cells = sumCells(
    map.frame,
    nodes.map((node) => (countsAdults(filter) ? node.adults() : node.cells())),
  );
  return {
    groups: isTree ? mapTree({ sources: map, nodes, words: pupilWords }, filter) : [],
    pupils: isWhole ? all : all.slice((filter.page - 1) * pupilsAPage, filter.page * pupilsAPage),
    pupilCount: pupilIds.size,
    runCount: nodes.length,
    runNames: new Map(nodes.map(({ run }) => [run.runId, run.name])),
    totals: totalsOf(cells),
    spent: sumSpent(nodes.map(({ spent }) => spent())),
    unratedMinutes: nodes.reduce((sum, node) => sum + node.unratedMinutes(), 0),
    pupilIds: [...pupilIds],
  };
}

/** `41 runs, 88 pupils` */
export const countWords = ({ runCount, pupilCount }: DrawnMap): string =>
  `${runCount} ${runCount === 1 ? 'run' : 'runs'}, ${pupilCount} ${pupilCount === 1 ? 'pupil' : 'pupils'}`;

/** What a signs in a cell mean: said under the map, on paper too. */
export const legend =
  'Minutes given / planned. – is to come, ? is not logged yet, + was given beyond the plan and recorded as extra. Green: nine tenths or more of what was logged was given; red: half or less.';
