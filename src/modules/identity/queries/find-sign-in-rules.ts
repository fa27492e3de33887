import { PersonId, TrustId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { isHeldOn, type SchoolMember } from '../domain/member.ts';
import { seesWholeSchool } from '../domain/roles.ts';
import type { SignInRules } from '../domain/sign-in-rules.form.ts';
import { listMembers } from './list-members.ts';

/** What this school asks of those who sign in. */
export const getSignInRules = (tx: Tx): Promise<SignInRules> =>
  tx
    .selectFrom('schools')
    .select(['requiresSecondStep', 'idleMinutes', 'version'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .executeTakeFirstOrThrow();

/** Those who see the whole school today by one of their roles. */
export async function listWhoSeeAll(tx: Tx): Promise<readonly SchoolMember[]> {
  const { today } = tx.scope;
  const members = await listMembers(tx);
  return members.filter(({ memberships }) =>
    seesWholeSchool(memberships.filter((one) => isHeldOn(one, today)).map((one) => one.role)),
  );
}

export type TrustRules = {
  readonly trustId: TrustId;
  readonly name: string;
  readonly requiresSecondStep: boolean;
  readonly version: number;
  readonly people: readonly { readonly personId: PersonId; readonly knownAs: string }[];
};

/** What the trust above this school asks of its own people, and who they are today; null where there is none. */
export async function findTrustRules(tx: Tx): Promise<TrustRules | null> {
  const { actor, today } = tx.scope;
  const trust = await tx
    .selectFrom('schools')
    .innerJoin('trusts', 'trusts.trustId', 'schools.trustId')
    .select(['trusts.trustId', 'trusts.name', 'trusts.requiresSecondStep', 'trusts.version'])
    .where('schools.schoolId', '=', actor.schoolId)
    .executeTakeFirst();
  if (trust === undefined) return null;
  const people = await tx
    .selectFrom('trustMemberships')
    .select(['personId', 'knownAs'])
    .distinct()
    .where('trustId', '=', trust.trustId)
    .where('fromOn', '<=', today)
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', today)]))
    .orderBy('knownAs')
    .execute();
  return {
    ...trust,
    trustId: TrustId.parse(trust.trustId),
    people: people.map((one) => ({ ...one, personId: PersonId.parse(one.personId) })),
  };
}
