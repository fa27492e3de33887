import type { SchoolDate } from '#src/kernel/dates.ts';
import { type AcademicYear, calendarOf } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { thresholdOn } from '../domain/map/cost-rows.ts';
import type { CostShare } from '../domain/map/map-costs.ts';
import { usualMap } from '../domain/map/map-filter.ts';
import { type MapPeriod, periodsOf } from '../domain/map/map-frame.ts';
import { type MapPupil, runNodes } from '../domain/map/run-node.ts';
import { findProvisionMap, type ProvisionMap } from './find-provision-map.ts';

/** What the provision of an academic year costs, down to the last share. */
export type YearCosts = {
  readonly period: MapPeriod;
  readonly map: ProvisionMap;
  readonly shares: readonly CostShare[];
  readonly pupils: ReadonlyMap<MapPupil['pupilId'], MapPupil>;
  readonly runNames: ReadonlyMap<string, string>;
  /** What the school meets itself for a pupil in the year. */
  readonly thresholdPence: number;
  readonly unratedMinutes: number;
  /** Weeks with a school day after the one of today. */
  readonly weeksToCome: number;
};

/** The costs of the year that begins between two days; null where the school has entered none. Four statements. */
export async function getYearCosts(
  tx: Tx,
  years: readonly AcademicYear[],
  { from, until }: { readonly from: SchoolDate; readonly until: SchoolDate },
): Promise<YearCosts | null> {
  const period = periodsOf(years).find((one) => one.kind === 'year' && from <= one.from && one.from <= until);
  if (period === undefined) return null;
  const map = await findProvisionMap(tx, { period, calendar: calendarOf(years), opened: 'all' });
  const nodes = runNodes(map, usualMap);
  const { firstWeek, open, today } = map.frame;
  return {
    period,
    map,
    shares: nodes.flatMap((node) => node.costs()?.shares ?? []),
    pupils: map.pupils,
    runNames: new Map(map.runs.map(({ runId, name }) => [runId, name])),
    thresholdPence: thresholdOn(map.thresholds, period.from)?.pence ?? 0,
    unratedMinutes: nodes.reduce((sum, node) => sum + node.unratedMinutes(), 0),
    weeksToCome: open.filter((bits, at) => bits !== 0 && (firstWeek + at) * 7 > today).length,
  };
}
