import type { RowOf } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Scenario, Suggestion, scenarioOf } from '../domain/suggestion.ts';

const suggestionOf = (row: RowOf<'weekSuggestions'>): Suggestion => Suggestion.parse(row);

const rowsOf = (tx: Tx) =>
  tx.selectFrom('weekSuggestions').selectAll().where('schoolId', '=', tx.scope.actor.schoolId);

/** The suggestions of the school, the newest first. */
export async function listSuggestions(tx: Tx): Promise<readonly Suggestion[]> {
  const rows = await rowsOf(tx).where('name', 'is', null).orderBy('askedAt', 'desc').limit(20).execute();
  return rows.map(suggestionOf);
}

/** The scenarios of the school that were not put away, the newest first. */
export async function listScenarios(tx: Tx): Promise<readonly Scenario[]> {
  const rows = await rowsOf(tx)
    .where('name', 'is not', null)
    .where('putAwayAt', 'is', null)
    .orderBy('askedAt', 'desc')
    .limit(20)
    .execute();
  return rows.flatMap((row) => scenarioOf(suggestionOf(row)) ?? []);
}

/** One scenario that was not put away, or null. */
export async function findScenario(tx: Tx, scenarioId: string): Promise<Scenario | null> {
  const row = await rowsOf(tx)
    .where('weekSuggestionId', '=', scenarioId)
    .where('putAwayAt', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : scenarioOf(suggestionOf(row));
}

/** One suggestion, or null. */
export async function findSuggestion(tx: Tx, weekSuggestionId: string): Promise<Suggestion | null> {
  const row = await rowsOf(tx).where('weekSuggestionId', '=', weekSuggestionId).executeTakeFirst();
  return row === undefined ? null : suggestionOf(row);
}
