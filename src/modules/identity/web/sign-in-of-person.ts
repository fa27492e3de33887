import { z } from 'zod';
import { PersonId } from '#src/kernel/ids.ts';
import { listEmails } from '#src/platform/auth/accounts.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Program } from '#src/platform/program.ts';
import { listSessions } from '../commands/own-sessions.ts';
import type { SchoolMember } from '../domain/member.ts';
import { listWithoutSecondStep } from '../queries/find-second-step.ts';
import { findMember } from '../queries/list-members.ts';

export const personParams = z.object({ personId: PersonId });

/** How somebody of this school signs in, as far as an administrator may know it. */
export type SignInOfPerson = {
  readonly member: SchoolMember;
  readonly email: string;
  readonly hasSecondStep: boolean;
  readonly sessions: number;
  readonly lastSeenAt: Date | null;
};

/** That of somebody who is named in the address; null when nobody here is. */
export async function findSignInOf(
  tx: Tx,
  program: Program,
  { personId }: z.output<typeof personParams>,
): Promise<SignInOfPerson | null> {
  const member = await findMember(tx, personId);
  return member === null ? null : signInOf(program, member);
}

export async function signInOf(program: Program, member: SchoolMember): Promise<SignInOfPerson | null> {
  const { personId } = member;
  const pool = program.database.auth;
  const email = (await listEmails(pool, [personId])).get(personId);
  if (email === undefined) return null;
  const sessions = await listSessions(pool, personId);
  return {
    member,
    email,
    hasSecondStep: !(await listWithoutSecondStep(pool, [personId])).has(personId),
    sessions: sessions.length,
    lastSeenAt: sessions[0]?.lastSeenAt ?? null,
  };
}
