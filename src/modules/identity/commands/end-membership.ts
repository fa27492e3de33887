import type { SchoolDate } from '#src/kernel/dates.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { identityEvents } from '../domain/identity.events.ts';
import { leavesNoAdministrator, type Membership } from '../domain/member.ts';
import { listMemberships } from '../queries/list-members.ts';

const record = recorder(identityEvents);

/** Ends a role with a last day: from the day after it opens nothing. A last day in the past works at once. */
export async function endMembership(
  tx: Tx,
  membership: Membership,
  untilOn: SchoolDate,
): Promise<Result<void, 'before_start' | 'ends_earlier' | 'last_administrator'>> {
  if (untilOn < membership.fromOn) return refused('before_start');
  if (membership.untilOn === untilOn) return done(undefined);
  if (membership.untilOn !== null && untilOn > membership.untilOn) return refused('ends_earlier');
  const ending = { membership, lastOn: untilOn };
  if (leavesNoAdministrator(await listMemberships(tx), ending, tx.scope.today))
    return refused('last_administrator');
  await rowOf(tx, membership)
    .set((eb) => ({ untilOn, version: eb('version', '+', 1) }))
    .execute();
  const changes = {
    role: { before: membership.role, after: membership.role },
    untilOn: { before: membership.untilOn, after: untilOn },
  };
  const { personId: subjectId } = membership;
  await record(tx, { type: 'MembershipEnded', audience: 'leaders', subjectId, changes });
  return done(undefined);
}

/** Takes back a role that was given by mistake: it opens nothing from this moment. */
export async function withdrawMembership(
  tx: Tx,
  membership: Membership,
  why: string,
): Promise<Result<void, 'last_administrator'>> {
  const { today, clock } = tx.scope;
  const ending = { membership, lastOn: null };
  if (leavesNoAdministrator(await listMemberships(tx), ending, today)) return refused('last_administrator');
  await rowOf(tx, membership)
    .set((eb) => ({ withdrawnAt: clock.now(), version: eb('version', '+', 1) }))
    .execute();
  const changes = { role: { before: membership.role, after: null } };
  const { personId: subjectId } = membership;
  await record(tx, { type: 'MembershipWithdrawn', audience: 'leaders', subjectId, why, changes });
  return done(undefined);
}

const rowOf = (tx: Tx, { membershipId }: Membership) =>
  tx
    .updateTable('memberships')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('membershipId', '=', membershipId);
