import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { registerEvents } from '../domain/register.events.ts';
import type { SavedView, ViewRefusal } from '../domain/saved-view.ts';
import { listViews } from '../queries/list-views.ts';
import { noneOpensFirst } from './save-view.ts';

const record = recorder(registerEvents);

export type ChangedView = Pick<SavedView, 'name' | 'isShared' | 'opensFirst' | 'version'>;

/**
 * Renames a view, shares it or keeps it to its owner, lets the register open with it. Of a colleague's shared view only
 * the name. `changed_since` when it is not what the form was drawn from.
 */
export async function changeView(
  tx: Tx,
  view: SavedView,
  given: ChangedView,
): Promise<Result<void, ViewRefusal | 'changed_since'>> {
  if (given.version !== view.version) return refused('changed_since');
  const { name } = given;
  const { isShared, opensFirst } = view.isOwn ? given : view;
  const changes = changesBetween(
    { name: view.name, isShared: view.isShared, opensFirst: view.opensFirst },
    { name, isShared, opensFirst },
  );
  if (nothingChanged(changes)) return done(undefined);
  if ((await listViews(tx)).some((one) => isNamed(one, view, name))) return refused('name_taken');
  if (opensFirst && !view.opensFirst) await noneOpensFirst(tx);
  const isDone = await amendView(tx, view, { name, isShared, opensFirst });
  if (!isDone) return refused('changed_since');
  await record(tx, { type: 'ViewChanged', audience: 'staff', subjectId: view.savedViewId, changes });
  return done(undefined);
}

const isNamed = (one: SavedView, view: SavedView, name: string): boolean =>
  one.savedViewId !== view.savedViewId &&
  one.ownerPersonId === view.ownerPersonId &&
  one.name.toLowerCase() === name.toLowerCase();

/** Takes a view away: its own, or a shared one by whoever runs the school. What it showed stays. */
export async function removeView(tx: Tx, view: SavedView): Promise<Result<void, 'changed_since'>> {
  const isDone = await amendView(tx, view, { withdrawnAt: tx.scope.clock.now(), opensFirst: false });
  if (!isDone) return refused('changed_since');
  await record(tx, {
    type: 'ViewRemoved',
    audience: 'staff',
    subjectId: view.savedViewId,
    changes: { name: { before: view.name, after: null } },
  });
  return done(undefined);
}

type Set = {
  readonly name?: string;
  readonly isShared?: boolean;
  readonly opensFirst?: boolean;
  readonly withdrawnAt?: Date;
};

async function amendView(tx: Tx, { savedViewId, version }: SavedView, set: Set): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('savedViews')
    .set({ ...set, version: version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('savedViewId', '=', savedViewId)
    .where('version', '=', version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
