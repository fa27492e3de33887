import { programActor } from '#src/kernel/access.ts';
import type { SchoolId } from '#src/kernel/ids.ts';
import { getWeek, makeSuggestion, suggestWeek } from '#src/modules/deployment/index.ts';
import { inScope } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { peopleOf } from './daily-cast.ts';

/** A suggested week of the first demo school that has adults in its week: found as any other is, and ready to compare. */
export async function loadSuggestion(
  program: Program,
  schools: Iterable<{ readonly schoolId: SchoolId }>,
): Promise<void> {
  for (const { schoolId } of schools) {
    const people = await inScope(scopeOf(program), programActor(schoolId), peopleOf);
    if (people === null) continue;
    const actor = { ...programActor(schoolId), personId: people.senco, roles: ['senco'] };
    const weekSuggestionId = await inScope(scopeOf(program), actor, async (tx) => {
      const week = await getWeek(tx, tx.scope.today);
      return week.adults.length === 0 ? null : suggestWeek(tx, { week, personId: people.senco });
    });
    if (weekSuggestionId === null) continue;
    return makeSuggestion(program, { schoolId, weekSuggestionId, personId: people.senco });
  }
}
