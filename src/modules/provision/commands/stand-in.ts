import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId, type StaffId } from '#src/kernel/ids.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { provisionEvents } from '../domain/provision.events.ts';
import { holdsOn } from '../domain/run.ts';
import type { FullRun } from '../queries/list-runs.ts';

const record = recorder(provisionEvents);

type StandIn = {
  readonly full: FullRun;
  readonly staffId: StaffId;
  readonly insteadOf: StaffId;
  readonly on: SchoolDate;
};

/**
 * Lets somebody run a group on one day in the place of whoever is away: they reach its pupils, log the session, and it is
 * their time that is costed. Returns the id of their time in it; null where they run it on that day anyway.
 */
export async function standIn(tx: Tx, { full, staffId, insteadOf, on }: StandIn): Promise<string | null> {
  if (full.staff.some((one) => one.staffId === staffId && holdsOn(one, on))) return null;
  const { schoolId } = tx.scope.actor;
  const { runId } = full.run;
  const runStaffId = newId(tx.scope.clock.now().getTime());
  await tx
    .insertInto('runStaff')
    .values({ schoolId, runStaffId, runId, staffId, insteadOf, share: 'lead', fromOn: on, untilOn: on })
    .execute();
  const changes = {
    staffId: { before: insteadOf, after: staffId },
    fromOn: { before: null, after: on },
    untilOn: { before: null, after: on },
  };
  await record(tx, { type: 'RunStaffGiven', audience: 'plans', subjectId: runId, changes });
  return runStaffId;
}

/** Takes back that somebody stands in: from now on they run the group no more than before. */
export async function endStandIn(tx: Tx, runStaffId: string): Promise<void> {
  const row = await tx
    .updateTable('runStaff')
    .set({ withdrawnAt: tx.scope.clock.now() })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('runStaffId', '=', runStaffId)
    .where('insteadOf', 'is not', null)
    .where('withdrawnAt', 'is', null)
    .returning(['runId', 'staffId', 'insteadOf'])
    .executeTakeFirst();
  if (row === undefined) return;
  const changes = { staffId: { before: row.staffId, after: row.insteadOf } };
  await record(tx, { type: 'RunStaffEnded', audience: 'plans', subjectId: row.runId, changes });
}
