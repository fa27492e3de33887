import type pg from 'pg';
import { PersonId } from '#src/kernel/ids.ts';

/** What raised a session above a password. */
export type StrongBy = 'code' | 'recovery' | 'passkey';

export type OpenSession = {
  readonly id: string;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly strongBy: StrongBy | null;
};

/** The sessions of somebody that still open something, the last seen first. */
export async function listSessions(pool: pg.Pool, personId: PersonId): Promise<readonly OpenSession[]> {
  const { rows } = await pool.query<OpenSession>(
    `select id, "userAgent", "createdAt", "lastSeenAt", "strongBy" from session
     where "userId" = $1 and "expiresAt" > now() order by "lastSeenAt" desc`,
    [personId],
  );
  return rows;
}

/** Ends one session of somebody, or all but one, or all. Gives back how many ended. */
export async function endSessions(
  pool: pg.Pool,
  personId: PersonId,
  which: { readonly only: string } | { readonly butFor: string } | 'all',
): Promise<number> {
  const only = which !== 'all' && 'only' in which ? which.only : null;
  const butFor = which !== 'all' && 'butFor' in which ? which.butFor : null;
  const { rowCount } = await pool.query(
    `delete from session where "userId" = $1 and ($2::uuid is null or id = $2) and ($3::uuid is null or id <> $3)`,
    [personId, only, butFor],
  );
  return rowCount ?? 0;
}

/** Whose session a token opens. */
export async function findSessionOwner(pool: pg.Pool, token: string): Promise<PersonId | null> {
  const { rows } = await pool.query<{ id: string }>('select "userId" as id from session where token = $1', [
    token,
  ]);
  return rows[0] === undefined ? null : PersonId.parse(rows[0].id);
}

/** Ends a session that was begun a moment ago and opens nothing. */
export const dropSession = async (pool: pg.Pool, token: string): Promise<void> => {
  await pool.query('delete from session where token = $1', [token]);
};

/** Notes what raised a session. */
export async function raiseSession(pool: pg.Pool, token: string, strongBy: string | null): Promise<void> {
  await pool.query('update session set "strongBy" = $2 where token = $1', [token, strongBy]);
}
