import { SchoolId } from '#src/kernel/ids.ts';
import type { Program } from '#src/platform/program.ts';

/** Which school has this URN, outside every scope: schools are known to all, what is in them is not. */
export async function findSchoolByUrn(
  program: Pick<Program, 'database'>,
  urn: string,
): Promise<SchoolId | null> {
  const row = await program.database.app
    .selectFrom('schools')
    .select('schoolId')
    .where('urn', '=', urn)
    .executeTakeFirst();
  return row === undefined ? null : SchoolId.parse(row.schoolId);
}
