import { schoolDate } from '#src/kernel/dates.ts';
import { PersonId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type ApiToken, ApiTokenId } from '../domain/api-token.ts';
import { isRoleName } from '../domain/roles.ts';

/** Every token that was made here, those that work first, then the newest. */
export async function listApiTokens(tx: Tx): Promise<readonly ApiToken[]> {
  const rows = await tx
    .selectFrom('apiTokens as t')
    .leftJoin('members as m', (join) =>
      join.onRef('m.schoolId', '=', 't.schoolId').onRef('m.personId', '=', 't.madeBy'),
    )
    .select(['t.apiTokenId', 't.personId', 't.name', 't.role', 't.isReadOnly', 't.prefix', 't.fromOn'])
    .select(['t.untilOn', 't.lastUsedAt', 't.revokedAt', 't.revokedWhy', 'm.knownAs as madeByName'])
    .where('t.schoolId', '=', tx.scope.actor.schoolId)
    .orderBy((eb) => eb.or([eb('t.revokedAt', 'is not', null), eb('t.untilOn', '<', tx.scope.today)]))
    .orderBy('t.madeAt', 'desc')
    .execute();
  return rows.map(({ role, ...row }) => {
    if (!isRoleName(role)) throw new Error(`Unknown role ${role}`);
    return {
      ...row,
      role,
      apiTokenId: ApiTokenId.parse(row.apiTokenId),
      personId: PersonId.parse(row.personId),
      fromOn: schoolDate(row.fromOn),
      untilOn: schoolDate(row.untilOn),
    };
  });
}

/** One of them, or null. */
export async function findApiToken(tx: Tx, apiTokenId: ApiTokenId): Promise<ApiToken | null> {
  const tokens = await listApiTokens(tx);
  return tokens.find((one) => one.apiTokenId === apiTokenId) ?? null;
}
