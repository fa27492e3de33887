import { newId, type PersonId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { deploymentEvents } from '../domain/deployment.events.ts';
import type { FullWeek } from '../domain/full-week.ts';
import { mixed, newBreaches } from '../domain/part-of-suggestion.ts';
import { breaches } from '../domain/placement/check.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import { keepPlacements } from './keep-placements.ts';

const record = recorder(deploymentEvents);

/** Asks for a better week; a job looks for it. Nothing changes by that. Returns its id. */
export async function suggestWeek(
  tx: Tx,
  { week, personId }: { readonly week: FullWeek; readonly personId: PersonId },
): Promise<string> {
  const { actor, clock } = tx.scope;
  const weekSuggestionId = newId(clock.now().getTime());
  await tx
    .insertInto('weekSuggestions')
    .values({
      schoolId: actor.schoolId,
      weekSuggestionId,
      personId,
      fromOn: week.on,
      weekVersion: week.version,
      state: 'waiting',
      askedAt: clock.now(),
    })
    .execute();
  await record(tx, { type: 'WeekSuggestionAsked', audience: 'plans', subjectId: weekSuggestionId });
  return weekSuggestionId;
}

const move = async (tx: Tx, { weekSuggestionId, state }: Suggestion, to: 'stopped' | 'accepted') => {
  const moved = await tx
    .updateTable('weekSuggestions')
    .set({ state: to })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('weekSuggestionId', '=', weekSuggestionId)
    .where('state', '=', state)
    .executeTakeFirst();
  return moved.numUpdatedRows > 0n;
};

/** Stops looking for a better week: the one that stands stays. */
export async function stopSuggestion(tx: Tx, suggestion: Suggestion): Promise<Result<void, 'over'>> {
  if (suggestion.state !== 'waiting' || !(await move(tx, suggestion, 'stopped'))) return refused('over');
  await record(tx, {
    type: 'WeekSuggestionStopped',
    audience: 'plans',
    subjectId: suggestion.weekSuggestionId,
  });
  return done(undefined);
}

/**
 * Takes a suggested week over from its day on, whole or the changes of some demands; not where the week, or the times of an
 * adult, were changed since. A part that breaks a rule is not taken at all.
 */
export async function acceptSuggestion(
  tx: Tx,
  { suggestion, week }: { readonly suggestion: Suggestion; readonly week: FullWeek },
  part: ReadonlySet<string> | null = null,
): Promise<Result<boolean, 'stale' | 'over' | 'clash'>> {
  if (suggestion.state !== 'made') return refused('over');
  const isOld = suggestion.weekVersion !== week.version || breaches(week, suggestion.placements).length > 0;
  if (isOld) return refused('stale');
  const placements = part === null ? suggestion.placements : mixed(week, suggestion.placements, part);
  if (part !== null && newBreaches(week, placements).length > 0) return refused('clash');
  const why = part === null ? 'A suggestion was accepted' : 'A part of a suggestion was accepted';
  const kept = await keepPlacements(tx, week, { placements, why });
  if (!kept.ok) return kept;
  return (await move(tx, suggestion, 'accepted')) ? done(kept.value) : refused('over');
}
