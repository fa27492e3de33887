import { type Actor, may, programActor } from '#src/kernel/access.ts';
import { newId, SchoolId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { addSchool, findSchoolByUrn, type NewSchool } from '#src/modules/school/index.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { findOwnTrust } from '../queries/find-trust.ts';
import { inviteMember } from './invite-member.ts';

export type SchoolOfTrust = {
  readonly school: Pick<NewSchool, 'name' | 'urn' | 'laestab' | 'phase'>;
  readonly senco: { readonly name: string; readonly email: string };
};

/**
 * Adds a school to the actor's own trust and invites its SENCO, who is its first administrator. Whoever adds it
 * gets no role in it besides that of the trust. The new school is a scope of its own, opened here and nowhere
 * else, after the actor's role in the trust was read.
 */
export async function addSchoolToTrust(
  tx: Tx,
  program: Program,
  { school, senco }: SchoolOfTrust,
): Promise<Result<SchoolId, 'not_of_the_trust' | 'urn_taken'>> {
  const { actor } = tx.scope;
  const trust = await findOwnTrust(tx, actor.personId);
  if (trust === null || !may(actor, 'trust.manage')) return refused('not_of_the_trust');
  if ((await findSchoolByUrn(program, school.urn)) !== null) return refused('urn_taken');
  const schoolId = SchoolId.parse(newId());
  const founder: Actor = { ...programActor(schoolId), personId: actor.personId, roles: actor.roles };
  await inScope(scopeOf(program), founder, async (inNew) => {
    await addSchool(inNew, { ...school, schoolId, trustId: trust.trustId });
    const invited = await inviteMember(inNew, program, {
      ...senco,
      role: 'senco',
      fromOn: inNew.scope.today,
    });
    if (!invited.ok) throw new Error('A new school has no members yet');
  });
  return done(schoolId);
}
