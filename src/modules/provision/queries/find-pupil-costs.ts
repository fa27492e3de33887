import type { PupilId } from '#src/kernel/ids.ts';
import { calendarOf, listYears } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { sharesOf, thresholdOn } from '../domain/map/cost-rows.ts';
import { type Spent, sumSpent } from '../domain/map/map-costs.ts';
import { usualMap } from '../domain/map/map-filter.ts';
import { choosePeriod, periodsOf } from '../domain/map/map-frame.ts';
import { runNodes } from '../domain/map/run-node.ts';
import { findProvisionMap } from './find-provision-map.ts';
import { listRunsOfPupil } from './list-pupil-sessions.ts';

/** What one run costs for one pupil in the year. */
export type PupilRunCost = Spent & {
  readonly runId: string;
  readonly name: string;
  readonly adults: readonly string[];
};

export type PupilCosts = {
  /** The year as it is called; null while none is entered. */
  readonly year: string | null;
  /** What the school meets itself in that year; null with the year. */
  readonly thresholdPence: number | null;
  /** The dearest first. Empty for those who may not see what things cost. */
  readonly runs: readonly PupilRunCost[];
};

/**
 * What a pupil’s provision costs in the year around today, run by run (rule prov-21), against what the school meets itself
 * (rule prov-7). As many statements as the map, whoever the pupil.
 */
export async function findPupilCosts(tx: Tx, pupilId: PupilId): Promise<PupilCosts> {
  const [years, own] = await Promise.all([listYears(tx), listRunsOfPupil(tx, pupilId)]);
  const period = choosePeriod(periodsOf(years), { key: '', kind: 'year', today: tx.scope.today });
  if (period === null) return { year: null, thresholdPence: null, runs: [] };
  const opened = own.map(({ runId }) => runId);
  const map = await findProvisionMap(tx, { period, calendar: calendarOf(years), opened });
  const nodes = runNodes(map, usualMap).filter(({ run }) => opened.includes(run.runId));
  const shares = sharesOf(map, nodes, usualMap, false).filter((share) => share.pupilId === pupilId);
  const runs = nodes.map(
    ({ run }): PupilRunCost => ({
      runId: run.runId,
      name: run.name,
      adults: [...new Set(run.staff.map(({ name }) => name))],
      ...sumSpent(shares.filter(({ runId }) => runId === run.runId)),
    }),
  );
  return {
    year: period.label,
    thresholdPence: thresholdOn(map.thresholds, period.from)?.pence ?? null,
    runs: runs
      .filter(({ planned, toDate, toCome }) => planned + toDate + toCome > 0)
      .toSorted((one, other) => other.planned - one.planned || one.name.localeCompare(other.name)),
  };
}
