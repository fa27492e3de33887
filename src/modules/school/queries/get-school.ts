import { SchoolId, TrustId } from '#src/kernel/ids.ts';
import { NotFound } from '#src/kernel/stops.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { Phase } from '../domain/school.form.ts';
import type { School } from '../domain/school-records.ts';

/** The school that the transaction is in, with the name of its trust. */
export async function getSchool(tx: Tx): Promise<School> {
  const row = await tx
    .selectFrom('schools')
    .leftJoin('trusts', 'trusts.trustId', 'schools.trustId')
    .select([
      'schools.schoolId',
      'schools.trustId',
      'trusts.name as trustName',
      'schools.urn',
      'schools.laestab',
      'schools.laCode',
      'schools.authorityName',
      'schools.name',
      'schools.phase',
      'schools.hasSenUnit',
      'schools.hasResourcedProvision',
      'schools.version',
    ])
    .where('schools.schoolId', '=', tx.scope.actor.schoolId)
    .executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return {
    ...row,
    schoolId: SchoolId.parse(row.schoolId),
    trustId: row.trustId === null ? null : TrustId.parse(row.trustId),
    phase: Phase.parse(row.phase),
  };
}
