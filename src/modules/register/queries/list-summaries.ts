import { schoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Summary } from '../domain/summary.ts';

const MOST = 50;

/** Every version of what a pupil says of themselves, the newest first: the one in force is the first. */
export async function listSummaries(tx: Tx, pupilId: PupilId): Promise<readonly Summary[]> {
  const rows = await tx
    .selectFrom('pupilSummaries as s')
    .leftJoin('members as m', (join) =>
      join.onRef('m.schoolId', '=', 's.schoolId').onRef('m.personId', '=', 's.byPersonId'),
    )
    .select(['s.matters', 's.communicates', 's.helps', 's.toldBy', 's.writtenOn', 's.version'])
    .select('m.knownAs as byName')
    .where('s.schoolId', '=', tx.scope.actor.schoolId)
    .where('s.pupilId', '=', pupilId)
    .orderBy('s.version', 'desc')
    .limit(MOST)
    .execute();
  return rows.map((row) => ({ ...row, writtenOn: schoolDate(row.writtenOn) }));
}
