import type pg from 'pg';
import type { PersonId } from '#src/kernel/ids.ts';

/** Forgets that an account at a provider signs somebody in here. */
export const unlink = async (pool: pg.Pool, personId: PersonId, accountId: string): Promise<void> => {
  await pool.query(`delete from account where "userId" = $1 and id = $2 and "providerId" <> 'credential'`, [
    personId,
    accountId,
  ]);
};
