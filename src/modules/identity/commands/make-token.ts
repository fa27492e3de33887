import { createHash, randomBytes } from 'node:crypto';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId, PersonId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { ApiTokenId, longestUntil, prefixOf, programName, writeToken } from '../domain/api-token.ts';
import { identityEvents } from '../domain/identity.events.ts';
import type { RoleName } from '../domain/roles.ts';
import { listApiTokens } from '../queries/list-api-tokens.ts';

const record = recorder(identityEvents);

export type NewToken = {
  readonly name: string;
  readonly role: RoleName;
  readonly isReadOnly: boolean;
  readonly untilOn: SchoolDate;
};

export type MadeToken = { readonly apiTokenId: ApiTokenId; readonly token: string };

/** All that is kept of a token's text: 256 bits of chance need no slower hash. */
export const hashOfToken = (text: string): string => createHash('sha256').update(text).digest('base64url');

/**
 * Makes a token, and the member as whom its program works. Returns the text of the token, which is kept nowhere.
 * Two programs of one name would not be told apart in a history: the second is refused while the first works.
 */
export async function makeToken(
  tx: Tx,
  { name, role, isReadOnly, untilOn }: NewToken,
): Promise<Result<MadeToken, 'in_past' | 'too_long' | 'name_taken'>> {
  const { actor, clock, today } = tx.scope;
  const { schoolId } = actor;
  if (untilOn < today) return refused('in_past');
  if (untilOn > longestUntil(today)) return refused('too_long');
  const held = await listApiTokens(tx);
  if (held.some((one) => one.name === name && one.revokedAt === null && one.untilOn >= today))
    return refused('name_taken');
  const personId = PersonId.parse(newId());
  const apiTokenId = ApiTokenId.parse(newId());
  const token = writeToken(schoolId, randomBytes(32).toString('base64url'));
  const term = { role, fromOn: today, untilOn };
  await tx
    .insertInto('members')
    .values({ schoolId, personId, knownAs: programName(name), kind: 'program' })
    .execute();
  await tx
    .insertInto('memberships')
    .values({ schoolId, membershipId: newId(), personId, ...term })
    .execute();
  await tx
    .insertInto('apiTokens')
    .values({
      schoolId,
      apiTokenId,
      personId,
      name,
      isReadOnly,
      prefix: prefixOf(token),
      hash: hashOfToken(token),
      madeBy: actor.personId,
      madeAt: clock.now(),
      ...term,
    })
    .execute();
  await record(tx, {
    type: 'TokenMade',
    audience: 'leaders',
    subjectId: personId,
    changes: Object.fromEntries(
      Object.entries({ name, role, isReadOnly, untilOn }).map(([key, after]) => [
        key,
        { before: null, after },
      ]),
    ),
  });
  return done({ apiTokenId, token });
}
