import { programActor } from '#src/kernel/access.ts';
import { newId, SchoolId, TrustId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { addSchool, addTrust, type NewSchool } from '#src/modules/school/index.ts';
import { claimSetUp, giveUpSetUp, makeAccount } from '#src/platform/auth/accounts.ts';
import { inScope } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { giveMembership, giveTrustMembership } from './give-membership.ts';

export type FirstStart = {
  readonly trustName: string | undefined;
  readonly school: Pick<NewSchool, 'name' | 'urn' | 'laestab' | 'phase'>;
  readonly administrator: { readonly name: string; readonly email: string; readonly password: string };
};

/**
 * The first start: a trust if there is one, the first school, and its SENCO as the first administrator.
 * Whoever is second is refused; a failure in the middle leaves the way open.
 */
export async function setUp(
  program: Program,
  given: FirstStart,
): Promise<Result<SchoolId, 'already_set_up'>> {
  const { auth } = program.database;
  if (!(await claimSetUp(auth))) return refused('already_set_up');
  try {
    const personId = await makeAccount(program.auth, given.administrator);
    const schoolId = SchoolId.parse(newId());
    const trustId = given.trustName === undefined ? null : TrustId.parse(newId());
    await inScope(scopeOf(program), programActor(schoolId), async (tx) => {
      const member = { personId, knownAs: given.administrator.name, fromOn: tx.scope.today };
      if (trustId !== null) await addTrust(tx, { trustId, name: given.trustName ?? '' });
      await addSchool(tx, { ...given.school, schoolId, trustId });
      await giveMembership(tx, { ...member, role: 'senco' });
      if (trustId !== null) await giveTrustMembership(tx, { ...member, trustId, role: 'trust_lead' });
    });
    return done(schoolId);
  } catch (failure) {
    await giveUpSetUp(auth);
    throw failure;
  }
}
