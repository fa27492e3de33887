import {
  type CostGroup,
  type CostRow,
  costRows,
  type PupilCost,
  pupilCosts,
  sharesOf,
  thresholdOn,
} from '../domain/map/cost-rows.ts';
import { type Spent, sumSpent, type Threshold } from '../domain/map/map-costs.ts';
import { isOfSomePupils, type MapFilter } from '../domain/map/map-filter.ts';
import { runNodes } from '../domain/map/run-node.ts';
import type { ProvisionMap } from '../queries/find-provision-map.ts';
import { pupilWords } from './map-view.ts';

/** Costs as one page shows them: under headings, or by pupil. */
export type CostView = {
  readonly rows: readonly CostRow[];
  readonly pupils: readonly PupilCost[];
  /** What no pupil bears. */
  readonly ofNobody: Spent;
  readonly total: Spent;
  readonly unratedMinutes: number;
  /** Of a whole year only: it is a sum a year. */
  readonly threshold: Threshold | null;
  readonly beyondCount: number;
};

export function costsOf(map: ProvisionMap, filter: MapFilter, per: CostGroup | null): CostView {
  const nodes = runNodes(map, filter);
  const shares = sharesOf(map, nodes, filter, isOfSomePupils(filter));
  const threshold =
    map.period.kind === 'year' ? (thresholdOn(map.thresholds, map.period.from) ?? null) : null;
  const pupils = pupilCosts(shares, threshold);
  return {
    rows: per === null ? [] : costRows({ sources: map, nodes, words: pupilWords }, shares, per),
    pupils,
    ofNobody: sumSpent(shares.filter(({ pupilId }) => pupilId === null)),
    total: sumSpent(shares),
    unratedMinutes: nodes.reduce((sum, node) => sum + node.unratedMinutes(), 0),
    threshold,
    beyondCount: pupils.filter(({ beyond }) => beyond !== null && beyond > 0).length,
  };
}
