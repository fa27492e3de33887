import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId, type StaffId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { succession } from '../domain/dated.ts';
import { schoolEvents } from '../domain/school.events.ts';
import { listRates } from '../queries/list-staff.ts';

const record = recorder(schoolEvents);

export type NewRate = {
  readonly staffId: StaffId;
  /** What an hour of work costs the school, on-costs included, in whole pence. */
  readonly pencePerHour: number;
  readonly fromOn: SchoolDate;
};

/** Sets what an hour of somebody costs from a day. Follows the rate before as a contract does. */
export async function setRate(tx: Tx, given: NewRate): Promise<Result<void, 'later_one_there'>> {
  const { staffId, pencePerHour, fromOn } = given;
  const present = await listRates(tx, staffId);
  const order = succession(present, fromOn);
  if (order === null) return refused('later_one_there');
  const { toEnd, toWithdraw } = order;
  const before = toWithdraw ?? toEnd?.fact ?? null;
  if (before?.pencePerHour === pencePerHour) return done(undefined);
  const { actor, clock } = tx.scope;
  const rows = tx.updateTable('costRates').where('schoolId', '=', actor.schoolId);
  if (toWithdraw !== null)
    await rows.where('costRateId', '=', toWithdraw.costRateId).set({ withdrawnAt: clock.now() }).execute();
  if (toEnd !== null)
    await rows.where('costRateId', '=', toEnd.fact.costRateId).set({ untilOn: toEnd.untilOn }).execute();
  await tx
    .insertInto('costRates')
    .values({
      schoolId: actor.schoolId,
      costRateId: newId(),
      staffId,
      pencePerHour,
      fromOn,
      untilOn: null,
      withdrawnAt: null,
    })
    .execute();
  const changes = {
    pencePerHour: { before: before?.pencePerHour ?? null, after: pencePerHour },
    fromOn: { before: before?.fromOn ?? null, after: fromOn },
  };
  await record(tx, { type: 'RateSet', audience: 'finance', subjectId: staffId, changes });
  return done(undefined);
}
