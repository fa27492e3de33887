import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId, type StaffId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { succession } from '../domain/dated.ts';
import { schoolEvents } from '../domain/school.events.ts';
import { listContracts } from '../queries/list-staff.ts';

const record = recorder(schoolEvents);

export type NewContract = {
  readonly staffId: StaffId;
  /** Paid minutes in a week of work. */
  readonly minutesPerWeek: number;
  /** Weeks of work in a year: 39 for term time with INSET, 52.14 is written 52. One decimal. */
  readonly weeksPerYear: number;
  readonly fromOn: SchoolDate;
  readonly untilOn?: SchoolDate | null | undefined;
};

/**
 * Agrees somebody's hours from a day. The contract before ends the day earlier; one of the same day was an
 * entry to correct and is withdrawn. Refused when a later one is already there.
 */
export async function agreeContract(
  tx: Tx,
  given: NewContract,
): Promise<Result<void, 'later_one_there' | 'ends_before_start'>> {
  const { staffId, minutesPerWeek, weeksPerYear, fromOn, untilOn = null } = given;
  if (untilOn !== null && untilOn < fromOn) return refused('ends_before_start');
  const present = await listContracts(tx, staffId);
  const isSame = present.some(
    (one) =>
      one.fromOn === fromOn &&
      one.untilOn === untilOn &&
      one.minutesPerWeek === minutesPerWeek &&
      one.weeksPerYear === weeksPerYear,
  );
  if (isSame) return done(undefined);
  const order = succession(present, fromOn);
  if (order === null) return refused('later_one_there');
  const { actor, clock } = tx.scope;
  const { toEnd, toWithdraw } = order;
  const rows = tx.updateTable('contracts').where('schoolId', '=', actor.schoolId);
  if (toWithdraw !== null)
    await rows.where('contractId', '=', toWithdraw.contractId).set({ withdrawnAt: clock.now() }).execute();
  if (toEnd !== null)
    await rows.where('contractId', '=', toEnd.fact.contractId).set({ untilOn: toEnd.untilOn }).execute();
  const contract = { minutesPerWeek, weeksPerYear, fromOn, untilOn };
  await tx
    .insertInto('contracts')
    .values({ schoolId: actor.schoolId, contractId: newId(), staffId, ...contract })
    .execute();
  const before = toWithdraw ?? toEnd?.fact ?? null;
  const changes = {
    minutesPerWeek: { before: before?.minutesPerWeek ?? null, after: minutesPerWeek },
    weeksPerYear: { before: before?.weeksPerYear ?? null, after: weeksPerYear },
    fromOn: { before: before?.fromOn ?? null, after: fromOn },
    untilOn: { before: before?.untilOn ?? null, after: untilOn },
  };
  await record(tx, { type: 'ContractAgreed', audience: 'leaders', subjectId: staffId, changes });
  return done(undefined);
}
