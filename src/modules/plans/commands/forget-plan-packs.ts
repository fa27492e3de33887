import { sql } from 'kysely';
import { programActor } from '#src/kernel/access.ts';
import { SchoolId } from '#src/kernel/ids.ts';
import { inScope } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { packDays } from '../domain/plan-pack.ts';

/** Throws away, school by school, packs of more than a week ago; their bytes go with the next sweep of the files. */
export async function forgetPlanPacks(program: Program): Promise<void> {
  const schools = await program.database.app.selectFrom('schools').select('schoolId').execute();
  for (const { schoolId } of schools) {
    await inScope(scopeOf(program), programActor(SchoolId.parse(schoolId)), async (tx) => {
      await tx
        .deleteFrom('planPacks')
        .where('schoolId', '=', schoolId)
        .where(
          'askedAt',
          '<',
          sql<Date>`${tx.scope.clock.now()}::timestamptz - make_interval(days => ${packDays})`,
        )
        .execute();
    });
  }
}
