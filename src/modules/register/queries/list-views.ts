import { PersonId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { SavedView } from '../domain/saved-view.ts';

/** The views that the actor keeps, and those that colleagues share with whoever sees the whole register, by name. */
export async function listViews(tx: Tx): Promise<readonly SavedView[]> {
  const { schoolId, personId } = tx.scope.actor;
  const rows = await tx
    .selectFrom('savedViews as v')
    .innerJoin('members as m', (join) =>
      join.onRef('m.schoolId', '=', 'v.schoolId').onRef('m.personId', '=', 'v.ownerPersonId'),
    )
    .select([
      'v.savedViewId',
      'v.name',
      'v.query',
      'v.ownerPersonId',
      'm.knownAs as ownerName',
      'v.isShared',
      'v.opensFirst',
      'v.version',
    ])
    .where('v.schoolId', '=', schoolId)
    .where('v.withdrawnAt', 'is', null)
    .orderBy('v.name')
    .orderBy('v.savedViewId')
    .execute();
  return rows.map((row) => ({
    ...row,
    ownerPersonId: PersonId.parse(row.ownerPersonId),
    isOwn: row.ownerPersonId === personId,
  }));
}

/** One of them; null when there is none that the actor may see. */
export async function findView(tx: Tx, savedViewId: string): Promise<SavedView | null> {
  const views = await listViews(tx);
  return views.find((view) => view.savedViewId === savedViewId) ?? null;
}
