import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Ledger, runLedger, stillOpen } from '../domain/ledger.ts';
import { type DaysByWeekday, type PlannedSession, plannedSessions } from '../domain/planned.ts';
import type { FullRun } from './list-runs.ts';
import { listOpenDays } from './list-school-days.ts';
import { type LoggedSession, listSessions } from './list-sessions.ts';

/** A run with what it owes, what became of it, and what comes next. */
export type RunAccount = {
  readonly full: FullRun;
  readonly planned: readonly PlannedSession[];
  readonly logged: readonly LoggedSession[];
  readonly ledger: Ledger;
  readonly next: PlannedSession | null;
};

/** As far as a run without an end is looked ahead. */
const ahead = 120;

/** The accounts of some runs, from the first day of any until the last, at most a few months ahead. Reads the calendar once. */
export async function accountOfRuns(tx: Tx, runs: readonly FullRun[]): Promise<readonly RunAccount[]> {
  const { today } = tx.scope;
  const from = runs.map(({ run }) => run.fromOn).toSorted()[0] ?? today;
  const ends = runs.map(({ run }) => run.untilOn ?? addDays(today, ahead));
  const until = ends.toSorted().at(-1) ?? today;
  const days = await listOpenDays(tx, from, until);
  const logged = await listSessions(tx, { from, until, runIds: runs.map(({ run }) => run.runId) });
  const loggedOf = Map.groupBy(logged, ({ runId }) => runId);
  return runs.map((full) =>
    accountOf(full, { days, from, until, today, logged: loggedOf.get(full.run.runId) ?? [] }),
  );
}

type Around = {
  readonly days: DaysByWeekday;
  readonly from: SchoolDate;
  readonly until: SchoolDate;
  readonly today: SchoolDate;
  readonly logged: readonly LoggedSession[];
};

function accountOf(full: FullRun, { days, from, until, today, logged }: Around): RunAccount {
  const planned = plannedSessions(full.run, full.slots, { days, from, until });
  const next = stillOpen({ planned, logged }).find(({ on }) => on >= today) ?? null;
  return { full, planned, logged, ledger: runLedger({ planned, logged, today }), next };
}
