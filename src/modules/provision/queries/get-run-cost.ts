import type { SchoolDate } from '#src/kernel/dates.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { FundingShare } from '../domain/cost.ts';
import { stillOpen } from '../domain/ledger.ts';
import { holdsOn } from '../domain/run.ts';
import { type CostOfRun, costOfRun } from '../domain/run-cost.ts';
import type { RunAccount } from './account-of-runs.ts';
import {
  listFunding,
  listRatesOf,
  listRunCosts,
  listSessionCosts,
  type Rate,
  type RunCost,
} from './list-money.ts';

export type RunMoney = {
  readonly cost: CostOfRun;
  readonly others: readonly RunCost[];
  readonly funding: readonly (FundingShare & { readonly fromOn: SchoolDate })[];
};

/** What a run costs: what was stored with its sessions, what is still to come at the rates that are known, and the rest. */
export async function getRunMoney(tx: Tx, account: RunAccount): Promise<RunMoney> {
  const { full, logged } = account;
  const { run, staff, pupils } = full;
  const { today } = tx.scope;
  const stored = await listSessionCosts(
    tx,
    logged.map(({ sessionId }) => sessionId),
  );
  const rates = await listRatesOf(
    tx,
    staff.map(({ staffId }) => staffId),
  );
  const others = await listRunCosts(tx, [run.runId]);
  const funding = (await listFunding(tx, [run.runId])).get(run.runId) ?? [];
  const cost = costOfRun({
    charge: run.charge,
    spells: pupils,
    held: logged
      .filter(({ state }) => state === 'held')
      .map(({ sessionId, on, pupils: due }) => ({ on, pupils: due, adults: stored.get(sessionId) ?? [] })),
    coming: stillOpen(account)
      .filter(({ on }) => on >= today)
      .map(({ on, minutes }) => ({
        on,
        adults: staff
          .filter((one) => holdsOn(one, on))
          .map(({ staffId }) => ({ minutes, pencePerHour: rateOn(rates, staffId, on) })),
      })),
    others: others.map(({ onDate, pence }) => ({ on: onDate, pence })),
    shares: funding,
    today,
  });
  return { cost, others, funding };
}

const rateOn = (rates: readonly Rate[], staffId: string, on: SchoolDate): number | null =>
  rates.find((rate) => rate.staffId === staffId && holdsOn(rate, on))?.pencePerHour ?? null;
