import { sql } from 'kysely';
import { programActor } from '#src/kernel/access.ts';
import { SchoolId } from '#src/kernel/ids.ts';
import { inScope } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';

/** Throws away, school by school, drafts that nobody came back to for 30 days. Twice is as good as once. */
export async function forgetDrafts(program: Program): Promise<void> {
  const schools = await program.database.app.selectFrom('schools').select('schoolId').execute();
  for (const { schoolId } of schools) {
    await inScope(scopeOf(program), programActor(SchoolId.parse(schoolId)), async (tx) => {
      await tx
        .deleteFrom('planDrafts')
        .where('schoolId', '=', schoolId)
        .where('savedAt', '<', sql<Date>`${tx.scope.clock.now()}::timestamptz - interval '30 days'`)
        .execute();
    });
  }
}
