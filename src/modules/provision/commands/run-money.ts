import { nothingChanged } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type FundingShare, sharesOn } from '../domain/cost.ts';
import { provisionEvents } from '../domain/provision.events.ts';
import { fundingSources, type Run } from '../domain/run.ts';
import { listFunding, type RunCost } from '../queries/list-money.ts';

const record = recorder(provisionEvents);

/**
 * Says who pays for a run from a day on: shares that make 10000. What was spent before stays with the sources of then
 * (rule prov-6). Nothing different, nothing recorded.
 */
export async function setFunding(
  tx: Tx,
  given: { readonly run: Run; readonly fromOn: SchoolDate; readonly shares: readonly FundingShare[] },
): Promise<Result<boolean, 'not_whole' | 'outside_run'>> {
  const { run, fromOn, shares } = given;
  if (shares.reduce((sum, { basisPoints }) => sum + basisPoints, 0) !== 10_000) return refused('not_whole');
  if (fromOn < run.fromOn || (run.untilOn !== null && fromOn > run.untilOn)) return refused('outside_run');
  const held = sharesOn((await listFunding(tx, [run.runId])).get(run.runId) ?? [], fromOn);
  const shareOf = (list: readonly FundingShare[], source: string) =>
    list.find((share) => share.source === source)?.basisPoints ?? 0;
  const changes = Object.fromEntries(
    fundingSources
      .map((source) => [source, { before: shareOf(held, source), after: shareOf(shares, source) }] as const)
      .filter(([, { before, after }]) => before !== after),
  );
  if (nothingChanged(changes)) return done(false);
  const { schoolId } = tx.scope.actor;
  await tx
    .insertInto('runFunding')
    .values(
      fundingSources.map((source) => ({
        schoolId,
        runId: run.runId,
        fromOn,
        source,
        basisPoints: shareOf(shares, source),
      })),
    )
    .onConflict((oc) =>
      oc
        .columns(['schoolId', 'runId', 'fromOn', 'source'])
        .doUpdateSet((eb) => ({ basisPoints: eb.ref('excluded.basisPoints') })),
    )
    .execute();
  await record(tx, { type: 'RunFundingSet', audience: 'finance', subjectId: run.runId, changes });
  return done(true);
}

export type NewRunCost = {
  readonly run: Run;
  readonly kind: 'materials' | 'bought_in';
  readonly pence: number;
  readonly onDate: SchoolDate;
  readonly words: string | null;
};

/** Records what a run cost beside the adults' time. Returns its id. */
export async function recordRunCost(tx: Tx, given: NewRunCost): Promise<string> {
  const { run, ...row } = given;
  const runCostId = newId(tx.scope.clock.now().getTime());
  await tx
    .insertInto('runCosts')
    .values({ schoolId: tx.scope.actor.schoolId, runCostId, runId: run.runId, ...row })
    .execute();
  const changes = Object.fromEntries(
    Object.entries(row).map(([name, after]) => [name, { before: null, after }]),
  );
  await record(tx, { type: 'RunCostRecorded', audience: 'finance', subjectId: runCostId, changes });
  return runCostId;
}

/** Takes back a cost that was entered wrongly. */
export async function withdrawRunCost(tx: Tx, cost: RunCost, why: string): Promise<Result<null, 'stale'>> {
  const { numUpdatedRows } = await tx
    .updateTable('runCosts')
    .set({ withdrawnAt: tx.scope.clock.now(), withdrawnWhy: why })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('runCostId', '=', cost.runCostId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('stale');
  const changes = { pence: { before: cost.pence, after: null } };
  await record(tx, {
    type: 'RunCostWithdrawn',
    audience: 'finance',
    subjectId: cost.runCostId,
    why,
    changes,
  });
  return done(null);
}
