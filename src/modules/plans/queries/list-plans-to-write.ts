import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** The pupils whose plan is being written, by name, of those whom the actor may see. */
export async function listPlansToWrite(
  tx: Tx,
): Promise<readonly { readonly pupilId: PupilId; readonly forename: string; readonly surname: string }[]> {
  const rows = await tx
    .selectFrom('plans as p')
    .innerJoin('pupilLines as l', (join) =>
      join.onRef('l.schoolId', '=', 'p.schoolId').onRef('l.pupilId', '=', 'p.pupilId'),
    )
    .select(['p.pupilId', 'l.forename', 'l.surname'])
    .where('p.schoolId', '=', tx.scope.actor.schoolId)
    .where('p.state', 'in', ['draft', 'shared'])
    .orderBy('l.surname')
    .orderBy('l.forename')
    .execute();
  return rows.map((row) => ({ ...row, pupilId: PupilId.parse(row.pupilId) }));
}
