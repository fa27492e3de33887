import { newId, type PersonId, PupilId, StaffId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { deploymentEvents } from '../domain/deployment.events.ts';
import type { FullWeek } from '../domain/full-week.ts';
import { newBreaches } from '../domain/part-of-suggestion.ts';
import type { Breach } from '../domain/placement/check.ts';
import type { ScenarioChange, ScenarioSaid } from '../domain/scenario.ts';
import { takenOver } from '../domain/scenario-figures.ts';
import type { Scenario } from '../domain/suggestion.ts';
import { keepPlacements } from './keep-placements.ts';

const record = recorder(deploymentEvents);

/** What is otherwise, as it was typed; null is as it is. */
function changesOf({ hours, adult, demand, cutMinutes, cutPence }: ScenarioSaid): readonly ScenarioChange[] {
  return [
    ...(hours === null ? [] : [{ is: 'hours' as const, ...hours }]),
    ...(adult === null ? [] : [{ is: 'adult' as const, staffId: StaffId.parse(newId()), ...adult }]),
    ...(demand === null
      ? []
      : [{ is: 'demand' as const, demandId: newId(), pupilId: PupilId.parse(newId()), ...demand }]),
    ...(cutMinutes === null ? [] : [{ is: 'cut_hours' as const, minutes: cutMinutes }]),
    ...(cutPence === null ? [] : [{ is: 'cut_pence' as const, penceAYear: cutPence }]),
  ];
}

type Asking = { readonly week: FullWeek; readonly personId: PersonId; readonly said: ScenarioSaid };

/** Keeps a scenario by its name; a job looks for its best week. The timetable stays as it is. Returns its id. */
export async function askScenario(tx: Tx, { week, personId, said }: Asking): Promise<string> {
  const { actor, clock } = tx.scope;
  const weekSuggestionId = newId(clock.now().getTime());
  const changes = changesOf(said);
  await tx
    .insertInto('weekSuggestions')
    .values({
      ...{ schoolId: actor.schoolId, weekSuggestionId, personId, fromOn: week.on, weekVersion: week.version },
      ...{ state: 'waiting', askedAt: clock.now(), name: said.name, changes: JSON.stringify(changes) },
    })
    .execute();
  await record(tx, {
    type: 'ScenarioAsked',
    audience: 'plans',
    subjectId: weekSuggestionId,
    changes: { name: { before: null, after: said.name }, changes: { before: null, after: [...changes] } },
  });
  return weekSuggestionId;
}

type Taking = { readonly scenario: Scenario; readonly week: FullWeek };

/**
 * Places the adults as a scenario would, as far as they and what is needed are real. Where it takes hours that nobody has
 * yet, nothing is done, and the clashes say which.
 */
export async function takeScenario(
  tx: Tx,
  { scenario, week }: Taking,
): Promise<Result<boolean, 'over' | 'stale'> | { readonly ok: false; readonly clashes: readonly Breach[] }> {
  if (scenario.state !== 'made') return refused('over');
  if (scenario.weekVersion !== week.version) return refused('stale');
  const placements = takenOver(week, scenario.placements);
  const clashes = newBreaches(week, placements);
  if (clashes.length > 0) return { ok: false, clashes };
  const kept = await keepPlacements(tx, week, { placements, why: 'A scenario was taken over' });
  if (!kept.ok) return kept;
  await set(tx, scenario, { state: 'accepted' });
  return done(kept.value);
}

/** Puts a scenario away: it stands in the list no more. One that is still looked for is stopped by that. */
export async function putScenarioAway(tx: Tx, scenario: Scenario): Promise<void> {
  const { state, weekSuggestionId } = scenario;
  await set(tx, scenario, {
    putAwayAt: tx.scope.clock.now(),
    state: state === 'waiting' ? 'stopped' : state,
  });
  const changes = { name: { before: scenario.name, after: null } };
  await record(tx, { type: 'ScenarioPutAway', audience: 'plans', subjectId: weekSuggestionId, changes });
}

async function set(
  tx: Tx,
  { weekSuggestionId }: Scenario,
  to: { readonly state: Scenario['state']; readonly putAwayAt?: Date },
): Promise<void> {
  await tx
    .updateTable('weekSuggestions')
    .set(to)
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('weekSuggestionId', '=', weekSuggestionId)
    .execute();
}
