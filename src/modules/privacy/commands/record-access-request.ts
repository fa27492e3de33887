import { sql } from 'kysely';
import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import type { Values } from '#src/kernel/form.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { accessRequestForm, changeAccessForm } from '../domain/access.form.ts';
import { privacyEvents } from '../domain/privacy.events.ts';
import { type AccessRequest, AccessRequestId } from '../queries/list-access-requests.ts';

const record = recorder(privacyEvents);

/** Logs that somebody asked to see what is held of a pupil. */
export async function recordAccessRequest(
  tx: Tx,
  pupilId: PupilId,
  given: Values<typeof accessRequestForm>,
): Promise<Result<AccessRequestId, 'in_future'>> {
  const { actor, today } = tx.scope;
  if (given.receivedOn > today) return refused('in_future');
  const accessRequestId = AccessRequestId.parse(newId());
  await tx
    .insertInto('accessRequests')
    .values({ schoolId: actor.schoolId, accessRequestId, pupilId, ...given })
    .execute();
  const changes = changesBetween<Record<string, unknown>>({}, given);
  await record(tx, {
    type: 'AccessRequested',
    audience: 'leaders',
    pupilId,
    subjectId: accessRequestId,
    changes,
  });
  return done(accessRequestId);
}

type Changed = Values<typeof changeAccessForm>;
export type AccessRefusal =
  | 'stale'
  | 'checked_when'
  | 'why_longer'
  | 'half_closed'
  | 'closed_early'
  | 'told_late';

/** What of the answers does not fit together; null where it does. */
function refusalOf(request: AccessRequest, given: Changed, today: string): AccessRefusal | null {
  if ((given.identityCheckedOn === undefined) !== (given.identityHow === undefined)) return 'checked_when';
  if (given.extendedMonths > 0 !== (given.extendedWhy !== undefined)) return 'why_longer';
  if (given.extendedMonths > 0 && request.rightUsed !== 'subject_access') return 'told_late';
  if ((given.closedOn === undefined) !== (given.outcome === undefined)) return 'half_closed';
  const isWithin =
    given.closedOn === undefined || (given.closedOn >= request.receivedOn && given.closedOn <= today);
  return isWithin ? null : 'closed_early';
}

/** Records that identity was checked, that more time is taken, or how the request ended. */
export async function changeAccessRequest(
  tx: Tx,
  request: AccessRequest,
  given: Changed,
): Promise<Result<null, AccessRefusal>> {
  const refusal = refusalOf(request, given, tx.scope.today);
  if (refusal !== null) return refused(refusal);
  const after = {
    identityCheckedOn: given.identityCheckedOn ?? null,
    identityHow: given.identityHow ?? null,
    extendedMonths: given.extendedMonths,
    extendedWhy: given.extendedWhy ?? null,
    closedOn: given.closedOn ?? null,
    outcome: given.outcome ?? null,
    closedHow: given.closedHow ?? null,
  };
  const changes = changesBetween<Record<string, unknown>>(request, after);
  if (nothingChanged(changes)) return done(null);
  const { accessRequestId, pupilId } = request;
  const { numUpdatedRows } = await tx
    .updateTable('accessRequests')
    .set({ ...after, version: sql`version + 1` })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('accessRequestId', '=', accessRequestId)
    .where('version', '=', given.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('stale');
  await record(tx, {
    type: 'AccessRequestChanged',
    audience: 'leaders',
    pupilId,
    subjectId: accessRequestId,
    why: given.extendedWhy ?? given.closedHow,
    changes,
  });
  return done(null);
}
