import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PersonId } from '#src/kernel/ids.ts';
import { done, type Result } from '#src/kernel/result.ts';
import { findAccount, makeAccount, sendPasswordLink } from '#src/platform/auth/accounts.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Program } from '#src/platform/program.ts';
import type { RoleName } from '../domain/roles.ts';
import { giveMembership } from './give-membership.ts';

export type Invited = {
  readonly name: string;
  readonly email: string;
  readonly role: RoleName;
  readonly fromOn: SchoolDate;
  readonly untilOn?: SchoolDate | undefined;
};

/**
 * Gives a role to whoever has this address. Somebody new gets an account and a link to choose a password; an
 * account that is there already gets the role and no mail.
 */
export async function inviteMember(
  tx: Tx,
  program: Pick<Program, 'auth' | 'database'>,
  { name, email, ...membership }: Invited,
): Promise<Result<PersonId, 'already_held'>> {
  const held = await findAccount(program.database.auth, email);
  const personId = held ?? (await makeAccount(program.auth, { name, email }));
  const given = await giveMembership(tx, { ...membership, personId, knownAs: name });
  if (!given.ok) return given;
  if (held === null) await sendPasswordLink(program.auth, email);
  return done(personId);
}
