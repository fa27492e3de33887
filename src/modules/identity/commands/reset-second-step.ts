import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Program } from '#src/platform/program.ts';
import { identityEvents } from '../domain/identity.events.ts';
import type { SchoolMember } from '../domain/member.ts';
import { endSessions } from './own-sessions.ts';
import { dropSecondStep } from './use-time-code.ts';

const record = recorder(identityEvents);

/**
 * For somebody who lost both phone and recovery codes: the second step and the passkeys are taken away, every
 * session ends, and they are told by mail, in case it was not them who asked.
 */
export async function resetSecondStep(
  tx: Tx,
  program: Program,
  { member, email, why }: { member: SchoolMember; email: string; why: string },
): Promise<void> {
  const { personId } = member;
  await record(tx, { type: 'SecondStepReset', audience: 'leaders', subjectId: personId, why });
  await dropSecondStep(program.database.auth, personId);
  await program.post.send({
    to: email,
    subject: 'Your second step for Sendero was reset',
    text: `An administrator of your school has reset the second step of your account, and signed you out everywhere.\n\nSign in with your password and set up the second step again:\n${program.settings.url}/me/second-step\n\nIf you did not ask for this, tell the SENCO of your school at once.\n`,
  });
}

/** Signs somebody out everywhere. Gives back how many sessions ended; none, nothing recorded. */
export async function endSessionsOf(tx: Tx, program: Program, member: SchoolMember): Promise<number> {
  const { personId } = member;
  const ended = await endSessions(program.database.auth, personId, 'all');
  if (ended === 0) return 0;
  const changes = { sessions: { before: ended, after: 0 } };
  await record(tx, { type: 'SessionsEnded', audience: 'leaders', subjectId: personId, changes });
  return ended;
}
