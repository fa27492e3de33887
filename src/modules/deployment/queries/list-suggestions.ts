import type { RowOf } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { Suggestion } from '../domain/suggestion.ts';

const suggestionOf = (row: RowOf<'weekSuggestions'>): Suggestion => Suggestion.parse(row);

const rowsOf = (tx: Tx) =>
  tx.selectFrom('weekSuggestions').selectAll().where('schoolId', '=', tx.scope.actor.schoolId);

/** The suggestions of the school, the newest first. */
export async function listSuggestions(tx: Tx): Promise<readonly Suggestion[]> {
  return (await rowsOf(tx).orderBy('askedAt', 'desc').limit(20).execute()).map(suggestionOf);
}

/** One suggestion, or null. */
export async function findSuggestion(tx: Tx, weekSuggestionId: string): Promise<Suggestion | null> {
  const row = await rowsOf(tx).where('weekSuggestionId', '=', weekSuggestionId).executeTakeFirst();
  return row === undefined ? null : suggestionOf(row);
}
