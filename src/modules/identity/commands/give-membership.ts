import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId, type PersonId, type TrustId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { identityEvents } from '../domain/identity.events.ts';
import type { RoleName } from '../domain/roles.ts';

const record = recorder(identityEvents);

export type NewMembership = {
  readonly personId: PersonId;
  readonly knownAs: string;
  readonly role: RoleName;
  readonly fromOn: SchoolDate;
  readonly untilOn?: SchoolDate | undefined;
};

/** Gives somebody a role in this school from a day. Refused when they already hold it on one of those days. */
export async function giveMembership(tx: Tx, given: NewMembership): Promise<Result<string, 'already_held'>> {
  const { schoolId } = tx.scope.actor;
  const { personId, role, fromOn, untilOn = null } = given;
  await tx
    .insertInto('members')
    .values({ schoolId, personId, knownAs: given.knownAs })
    .onConflict((conflict) => conflict.columns(['schoolId', 'personId']).doNothing())
    .execute();
  const same = await tx
    .selectFrom('memberships')
    .select('membershipId')
    .where('schoolId', '=', schoolId)
    .where('personId', '=', personId)
    .where('role', '=', role)
    .where('withdrawnAt', 'is', null)
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', fromOn)]))
    .$if(untilOn !== null, (query) => query.where('fromOn', '<=', untilOn))
    .executeTakeFirst();
  if (same !== undefined) return refused('already_held');
  const membershipId = newId();
  await tx
    .insertInto('memberships')
    .values({ schoolId, membershipId, personId, role, fromOn, untilOn })
    .execute();
  const changes = { role: { before: null, after: role }, fromOn: { before: null, after: fromOn } };
  await record(tx, { type: 'MembershipGiven', audience: 'leaders', subjectId: personId, changes });
  return done(membershipId);
}

/** Gives somebody a role in the trust above the school. Only set-up, the command line and a trust's lead may. */
export async function giveTrustMembership(
  tx: Tx,
  given: Omit<NewMembership, 'role' | 'untilOn'> & { trustId: TrustId; role: 'trust_lead' | 'trustee' },
): Promise<void> {
  const { trustId, personId, knownAs, role, fromOn } = given;
  await tx
    .insertInto('trustMemberships')
    .values({ trustId, membershipId: newId(), personId, knownAs, role, fromOn, untilOn: null })
    .execute();
}
