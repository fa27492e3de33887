import { sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { StaffId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { FundingShare } from '../domain/cost.ts';
import { fundingSources } from '../domain/run.ts';
import { dateOf, known } from './run-rows.ts';

const among = (runIds: readonly string[]) => sql<boolean>`run_id = any(${[...runIds]}::uuid[])`;

/** Who pays for each of some runs, from which day. Empty for those who may not see costs. */
export async function listFunding(
  tx: Tx,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, readonly (FundingShare & { readonly fromOn: SchoolDate })[]>> {
  const rows = await tx
    .selectFrom('runFunding')
    .select(['runId', 'fromOn', 'source', 'basisPoints'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where(among(runIds))
    .orderBy('fromOn')
    .execute();
  const shares = rows.map((row) => ({
    runId: row.runId,
    fromOn: schoolDate(row.fromOn),
    source: known(fundingSources, row.source),
    basisPoints: row.basisPoints,
  }));
  return Map.groupBy(shares, ({ runId }) => runId);
}

export type RunCost = {
  readonly runCostId: string;
  readonly runId: string;
  readonly kind: 'materials' | 'bought_in';
  readonly pence: number;
  readonly onDate: SchoolDate;
  readonly words: string | null;
};

/** Materials and bought-in services of some runs, by day. Empty for those who may not see costs. */
export async function listRunCosts(tx: Tx, runIds: readonly string[]): Promise<readonly RunCost[]> {
  const rows = await tx
    .selectFrom('runCosts')
    .select(['runCostId', 'runId', 'kind', 'pence', 'onDate', 'words'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where(among(runIds))
    .where('withdrawnAt', 'is', null)
    .orderBy('onDate')
    .execute();
  return rows.map((row) => ({
    ...row,
    kind: row.kind === 'materials' ? 'materials' : 'bought_in',
    onDate: schoolDate(row.onDate),
  }));
}

/** What an adult's time in a session cost. Null: no rate was known on its day. */
export type SessionCost = {
  readonly sessionId: string;
  readonly staffId: StaffId;
  readonly minutes: number;
  readonly pence: number | null;
};

/** What the adults' time of some sessions cost, as it was stored. Empty for those who may not see costs. */
export async function listSessionCosts(
  tx: Tx,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly SessionCost[]>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('sessionCosts')
    .select(['sessionId', 'staffId', 'minutes', 'pence'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where(sql<boolean>`session_id = any(${[...sessionIds]}::uuid[])`)
    .execute();
  const costs = rows.map((row) => ({ ...row, staffId: StaffId.parse(row.staffId) }));
  return Map.groupBy(costs, ({ sessionId }) => sessionId);
}

/** What an hour of somebody costs for a time. */
export type Rate = {
  readonly staffId: StaffId;
  readonly pencePerHour: number;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
};

/** The rates of some members of staff. Empty for those who may not see costs. */
export async function listRatesOf(tx: Tx, staffIds: readonly StaffId[]): Promise<readonly Rate[]> {
  const rows = await tx
    .selectFrom('costRates')
    .select(['staffId', 'pencePerHour', 'fromOn', 'untilOn'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where(sql<boolean>`staff_id = any(${[...new Set(staffIds)]}::uuid[])`)
    .where('withdrawnAt', 'is', null)
    .execute();
  return rows.map((row) => ({
    staffId: StaffId.parse(row.staffId),
    pencePerHour: row.pencePerHour,
    fromOn: schoolDate(row.fromOn),
    untilOn: dateOf(row.untilOn),
  }));
}
