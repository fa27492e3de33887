import { programActor } from '#src/kernel/access.ts';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PersonId, type SchoolId } from '#src/kernel/ids.ts';
import { inScope, type ScopeRequest } from '#src/platform/db/scope.ts';
import { schoolOfToken, stateOfToken } from '../domain/api-token.ts';
import { hashOfToken } from './make-token.ts';

/** A program that showed a token which works. */
export type KnownProgram = {
  readonly schoolId: SchoolId;
  readonly personId: PersonId;
  readonly name: string;
  readonly isReadOnly: boolean;
  readonly untilOn: SchoolDate;
};

const notedEverySeconds = 60;

/**
 * Whose token this is; null when it is no token, is not known, has ended or was revoked. Looked up in the school that
 * it names, by its hash; when it was used last is noted at most once a minute.
 */
export async function useToken(request: ScopeRequest, text: string): Promise<KnownProgram | null> {
  const schoolId = schoolOfToken(text);
  if (schoolId === null) return null;
  return inScope(request, programActor(schoolId), async (tx) => {
    const row = await tx
      .selectFrom('apiTokens')
      .select(['apiTokenId', 'personId', 'name', 'isReadOnly', 'untilOn', 'revokedAt', 'lastUsedAt'])
      .where('schoolId', '=', schoolId)
      .where('hash', '=', hashOfToken(text))
      .executeTakeFirst();
    if (row === undefined) return null;
    const { name, isReadOnly, revokedAt, lastUsedAt } = row;
    const untilOn = schoolDate(row.untilOn);
    if (stateOfToken({ untilOn, revokedAt }, tx.scope.today) !== 'works') return null;
    const now = tx.scope.clock.now();
    if (lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= notedEverySeconds * 1000) {
      await tx
        .updateTable('apiTokens')
        .set({ lastUsedAt: now })
        .where('schoolId', '=', schoolId)
        .where('apiTokenId', '=', row.apiTokenId)
        .execute();
    }
    return { schoolId, personId: PersonId.parse(row.personId), name, isReadOnly, untilOn };
  });
}
