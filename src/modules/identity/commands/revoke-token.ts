import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { ApiToken } from '../domain/api-token.ts';
import { identityEvents } from '../domain/identity.events.ts';

const record = recorder(identityEvents);

/** Ends a token from this moment, with the reason. What its program did stays in the histories under its name. */
export async function revokeToken(
  tx: Tx,
  { apiTokenId, personId, name, role }: ApiToken,
  why: string,
): Promise<Result<void, 'revoked_already'>> {
  const { actor, clock } = tx.scope;
  const revokedAt = clock.now();
  const { numUpdatedRows } = await tx
    .updateTable('apiTokens')
    .set((eb) => ({ revokedAt, revokedWhy: why, version: eb('version', '+', 1) }))
    .where('schoolId', '=', actor.schoolId)
    .where('apiTokenId', '=', apiTokenId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('revoked_already');
  await tx
    .updateTable('memberships')
    .set((eb) => ({ withdrawnAt: revokedAt, version: eb('version', '+', 1) }))
    .where('schoolId', '=', actor.schoolId)
    .where('personId', '=', personId)
    .where('withdrawnAt', 'is', null)
    .execute();
  const changes = { name: { before: name, after: null }, role: { before: role, after: null } };
  await record(tx, { type: 'TokenRevoked', audience: 'leaders', subjectId: personId, why, changes });
  return done(undefined);
}
