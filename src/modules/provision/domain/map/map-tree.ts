import { once } from '../../../../kernel/once.ts';
import { areaWords, fundingWords } from '../provision-words.ts';
import { type Cells, type MapRun, sourcesOf, sumCells } from './map-cells.ts';
import { type MapFilter, withoutOne } from './map-filter.ts';
import {
  byName,
  collator,
  type MapPupil,
  type MapSources,
  type Measured,
  type PlaceNode,
  type RunNode,
  sumMeasured,
} from './run-node.ts';

export type GroupNode = Measured & {
  readonly key: string;
  readonly label: string;
  readonly adults: () => Cells;
  readonly runs: readonly RunNode[];
};

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
  const groups = Map.groupBy(node.places(), ({ pupil }) => pupilKey(by, pupil, words).key);
  return [...groups.values()].map((places) => ({
    group: places[0] === undefined ? { key: '', label: '', rank: 0 } : pupilKey(by, places[0].pupil, words),
    node: {
      ...node,
      ...sumMeasured(sources.frame, places),
      pupils: places.map(({ pupil }) => pupil),
      places: () => places,
    },
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
      const adults = once(() =>
        sumCells(
          sources.frame,
          runs.map((run) => run.adults()),
        ),
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
      nodes.flatMap(({ places }) => places()),
      ({ pupil }) => pupil.pupilId,
    ).values(),
  ]
    .flatMap((runs) => {
      const [first] = runs;
      return first === undefined ? [] : [{ pupil: first.pupil, runs, ...sumMeasured(sources.frame, runs) }];
    })
    .toSorted(byName);
