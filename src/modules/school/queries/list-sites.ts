import type { Tx } from '#src/platform/db/scope.ts';
import { type Site, SiteId } from '../domain/school-records.ts';

/** The places where the school teaches, the main one first. */
export async function listSites(tx: Tx): Promise<Site[]> {
  const rows = await tx
    .selectFrom('sites')
    .select(['siteId', 'name', 'address', 'isMain'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('closedOn', 'is', null)
    .orderBy('isMain', 'desc')
    .orderBy('name')
    .execute();
  return rows.map((row) => ({ ...row, siteId: SiteId.parse(row.siteId) }));
}
