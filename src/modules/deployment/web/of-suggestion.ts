import type { Tx } from '#src/platform/db/scope.ts';
import type { FullWeek } from '../domain/full-week.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import { getWeek } from '../queries/get-week.ts';
import { findSuggestion } from '../queries/list-suggestions.ts';

export type SuggestionSubject = { readonly suggestion: Suggestion; readonly week: FullWeek };

/** A suggestion beside the week that holds on its day; null where there is none, or it is a scenario. */
export async function loadSuggestion(tx: Tx, weekSuggestionId: string): Promise<SuggestionSubject | null> {
  const suggestion = await findSuggestion(tx, weekSuggestionId);
  return suggestion === null || suggestion.name !== null
    ? null
    : { suggestion, week: await getWeek(tx, suggestion.fromOn) };
}
