import { programActor } from '#src/kernel/access.ts';
import { SchoolId } from '#src/kernel/ids.ts';
import { refreshAllPupilLines, refreshAllReach } from '#src/modules/pupils/index.ts';
import { inScope } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { refreshAllRegisterLines } from './refresh-register-lines.ts';

/**
 * Draws anew what is derived from dated facts, school by school, each in a transaction of its own: at midnight facts
 * begin and end without anybody doing anything. Twice is as good as once.
 */
export async function refreshEverySchool(program: Program): Promise<void> {
  const schools = await program.database.app
    .selectFrom('schools')
    .select('schoolId')
    .orderBy('schoolId')
    .execute();
  for (const { schoolId } of schools) {
    await inScope(scopeOf(program), programActor(SchoolId.parse(schoolId)), async (tx) => {
      await refreshAllPupilLines(tx);
      await refreshAllReach(tx);
      await refreshAllRegisterLines(tx);
    });
  }
}
