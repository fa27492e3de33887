import type { Actor } from '#src/kernel/access.ts';
import type { PersonId, SchoolId } from '#src/kernel/ids.ts';
import { asPerson } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';

/** What the person who started an import may do now; null when they may not import any more. */
export async function findImporter(
  program: Program,
  who: { readonly personId: PersonId; readonly schoolId: SchoolId },
): Promise<Actor | null> {
  const asked = { ...who, permission: 'import.review' as const, pupilId: null, find: program.findActor };
  return asPerson({ ...scopeOf(program), isLooking: true }, asked, async (_, actor) =>
    actor.permissions.has('import.review') ? actor : null,
  );
}
