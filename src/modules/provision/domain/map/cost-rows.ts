import type { SchoolDate } from '../../../../kernel/dates.ts';
import type { PupilId } from '../../../../kernel/ids.ts';
import { areaWords, fundingWords } from '../provision-words.ts';
import { type CostShare, forecastOf, type Spent, sumSpent, type Threshold } from './map-costs.ts';
import { type MapFilter, withoutOne } from './map-filter.ts';
import type { PupilWords } from './map-tree.ts';
import { type MapPupil, type MapSources, pupilTest, type RunNode } from './run-node.ts';

export const costGroups = ['run', 'type', 'area', 'tier', 'source', 'need', 'year', 'class'] as const;
export type CostGroup = (typeof costGroups)[number];

export const costGroupWords: Readonly<Record<CostGroup, string>> = {
  run: 'Run',
  type: 'Intervention',
  area: 'Area of need',
  tier: 'Wave',
  source: 'Source of money',
  need: 'Main need',
  year: 'Year group',
  class: 'Class',
};

export type CostRow = Spent & { readonly key: string; readonly label: string };

/** The shares that a filter leaves: of some pupils only theirs, else those that no pupil bears too. */
export function sharesOf(
  { pupils }: Pick<MapSources, 'pupils'>,
  nodes: readonly RunNode[],
  filter: MapFilter,
  isOfSome: boolean,
): readonly CostShare[] {
  const keeps = pupilTest(filter);
  const all = nodes.flatMap(({ costs }) => costs()?.shares ?? []);
  if (!isOfSome) return all;
  return all.filter(({ pupilId }) => {
    const pupil = pupilId === null ? undefined : pupils.get(pupilId);
    return pupil !== undefined && keeps(pupil);
  });
}

type Labelled = { readonly key: string; readonly label: string };
type Of = { readonly sources: MapSources; readonly nodes: readonly RunNode[]; readonly words: PupilWords };

function runLabel({ sources, nodes }: Of, by: CostGroup): (share: CostShare) => Labelled {
  const runs = new Map(nodes.map(({ run }) => [run.runId, run]));
  return ({ runId }) => {
    const run = runs.get(runId);
    if (run === undefined) return { key: withoutOne, label: 'Another run' };
    if (by === 'run') return { key: run.runId, label: run.name };
    if (by === 'tier') return { key: run.tier, label: sources.tierWords[run.tier] };
    if (by === 'type')
      return {
        key: run.entry?.key ?? withoutOne,
        label: run.entry?.name ?? 'Of no intervention in the catalogue',
      };
    const [area] = run.areas;
    return { key: area ?? withoutOne, label: area === undefined ? 'No area said' : areaWords[area] };
  };
}

function pupilLabel({ sources, words }: Of, by: CostGroup): (share: CostShare) => Labelled {
  const of = (pupil: MapPupil): Labelled => {
    if (by === 'class') return { key: pupil.className ?? withoutOne, label: pupil.className ?? 'No class' };
    if (by === 'year') return { key: pupil.yearGroup ?? withoutOne, label: words.year(pupil.yearGroup) };
    const [need] = pupil.needTypes;
    return { key: need ?? withoutOne, label: need === undefined ? 'No need recorded' : words.need(need) };
  };
  return ({ pupilId }) => {
    const pupil = pupilId === null ? undefined : sources.pupils.get(pupilId);
    return pupil === undefined ? { key: 'nobody', label: 'Borne by no pupil' } : of(pupil);
  };
}

const sourceLabel = ({ source }: CostShare): Labelled => ({
  key: source ?? withoutOne,
  label: source === null ? 'No source said' : fundingWords[source],
});

function labeller(of: Of, by: CostGroup): (share: CostShare) => Labelled {
  if (by === 'source') return sourceLabel;
  return by === 'need' || by === 'year' || by === 'class' ? pupilLabel(of, by) : runLabel(of, by);
}

/** Costs under headings, the dearest first. Every share is under one heading, so that the rows make the whole. */
export function costRows(of: Of, shares: readonly CostShare[], by: CostGroup): readonly CostRow[] {
  const label = labeller(of, by);
  const labelled = shares.map((share) => ({ share, ...label(share) }));
  return [...Map.groupBy(labelled, ({ key }) => key).values()]
    .map((some) => ({
      key: some[0]?.key ?? '',
      label: some[0]?.label ?? '',
      ...sumSpent(some.map(({ share }) => share)),
    }))
    .toSorted((one, other) => forecastOf(other) - forecastOf(one));
}

/** The threshold that holds on a day: the newest until then. */
export const thresholdOn = (thresholds: readonly Threshold[], on: SchoolDate): Threshold | undefined =>
  thresholds.findLast(({ fromOn }) => fromOn <= on);

export type PupilCost = Spent & {
  readonly pupilId: PupilId;
  /** Of the forecast: what the school meets itself, and what is beyond. Null without a threshold. */
  readonly within: number | null;
  readonly beyond: number | null;
};

/** What each pupil's provision costs, against what the school meets itself in a year (rule prov-7); the dearest first. */
export function pupilCosts(shares: readonly CostShare[], threshold: Threshold | null): readonly PupilCost[] {
  const ofPupils = shares.flatMap((share) =>
    share.pupilId === null ? [] : [{ ...share, pupilId: share.pupilId }],
  );
  return [...Map.groupBy(ofPupils, ({ pupilId }) => pupilId)]
    .map(([pupilId, some]) => {
      const spent = sumSpent(some);
      const forecast = forecastOf(spent);
      return {
        pupilId,
        ...spent,
        within: threshold === null ? null : Math.min(forecast, threshold.pence),
        beyond: threshold === null ? null : Math.max(0, forecast - threshold.pence),
      };
    })
    .toSorted((one, other) => forecastOf(other) - forecastOf(one));
}
