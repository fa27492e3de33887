import { newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { schoolEvents } from '../domain/school.events.ts';
import { SiteId } from '../domain/school-records.ts';

const record = recorder(schoolEvents);

export type NewSite = {
  readonly name: string;
  readonly address?: string | undefined;
  readonly isMain?: boolean | undefined;
};

/** Adds a place where the school teaches. A new main site takes that mark from the old one. */
export async function addSite(tx: Tx, site: NewSite): Promise<Result<SiteId, 'name_taken'>> {
  const { schoolId } = tx.scope.actor;
  const { name, address = null, isMain = false } = site;
  const same = await tx
    .selectFrom('sites')
    .select('siteId')
    .where('schoolId', '=', schoolId)
    .where('name', '=', name)
    .executeTakeFirst();
  if (same !== undefined) return refused('name_taken');
  if (isMain) {
    await tx
      .updateTable('sites')
      .set({ isMain: false })
      .where('schoolId', '=', schoolId)
      .where('isMain', '=', true)
      .execute();
  }
  const siteId = SiteId.parse(newId());
  await tx.insertInto('sites').values({ schoolId, siteId, name, address, isMain }).execute();
  const changes = { name: { before: null, after: name }, isMain: { before: null, after: isMain } };
  await record(tx, { type: 'SiteAdded', audience: 'figures', subjectId: siteId, changes });
  return done(siteId);
}
