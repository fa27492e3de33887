import type pg from 'pg';
import type { PersonId } from '#src/kernel/ids.ts';

export type LinkedAccount = { readonly id: string; readonly providerId: string; readonly createdAt: Date };

/** The accounts at providers that sign somebody in here. */
export async function listLinked(pool: pg.Pool, personId: PersonId): Promise<readonly LinkedAccount[]> {
  const { rows } = await pool.query<LinkedAccount>(
    `select id, "providerId", "createdAt" from account where "userId" = $1 and "providerId" <> 'credential'
     order by "createdAt"`,
    [personId],
  );
  return rows;
}
