import { newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { Forbidden } from '#src/kernel/stops.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { registerEvents } from '../domain/register.events.ts';
import { queryOf, type RegisterFilter } from '../domain/register-filter.ts';
import { longestQuery, mostViews, type ViewRefusal } from '../domain/saved-view.ts';
import { listViews } from '../queries/list-views.ts';

const record = recorder(registerEvents);

export type NewView = {
  readonly filter: RegisterFilter;
  readonly name: string;
  readonly isShared: boolean;
  readonly opensFirst: boolean;
};

/** Keeps a view of the register for the actor under a name that they have not used. Returns its id. */
export async function saveView(tx: Tx, given: NewView): Promise<Result<string, ViewRefusal>> {
  const { schoolId, personId } = tx.scope.actor;
  if (personId === null) throw new Forbidden('a view is a person’s own');
  const { name, isShared, opensFirst } = given;
  const query = queryOf(given.filter);
  if (query.length > longestQuery) return refused('too_long');
  const own = (await listViews(tx)).filter((view) => view.isOwn);
  if (own.length >= mostViews) return refused('too_many');
  if (opensFirst) await noneOpensFirst(tx);
  const savedViewId = newId(tx.scope.clock.now().getTime());
  const added = await tx
    .insertInto('savedViews')
    .values({ schoolId, savedViewId, ownerPersonId: personId, name, query, isShared, opensFirst })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n) return refused('name_taken');
  await record(tx, {
    type: 'ViewSaved',
    audience: 'staff',
    subjectId: savedViewId,
    changes: {
      name: { before: null, after: name },
      isShared: { before: null, after: isShared },
      opensFirst: { before: null, after: opensFirst },
    },
  });
  return done(savedViewId);
}

/** One view of a person opens first: the one before gives way. */
export async function noneOpensFirst(tx: Tx): Promise<void> {
  const { schoolId, personId } = tx.scope.actor;
  await tx
    .updateTable('savedViews')
    .set((eb) => ({ opensFirst: false, version: eb('version', '+', 1) }))
    .where('schoolId', '=', schoolId)
    .where('ownerPersonId', '=', personId)
    .where('opensFirst', '=', true)
    .execute();
}
