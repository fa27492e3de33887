import { sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** The days of the first and the last session that was logged, of a run or of one pupil in it; null without any. */
export async function findLoggedSpan(
  tx: Tx,
  {
    runId,
    pupilId,
    slotId,
  }: { readonly runId: string; readonly pupilId?: PupilId; readonly slotId?: string },
): Promise<{ readonly first: SchoolDate; readonly last: SchoolDate } | null> {
  const row = await tx
    .selectFrom('sessions as s')
    .select([sql<string | null>`min(on_date)`.as('first'), sql<string | null>`max(on_date)`.as('last')])
    .where('s.schoolId', '=', tx.scope.actor.schoolId)
    .where('s.runId', '=', runId)
    .where('s.withdrawnAt', 'is', null)
    .$if(slotId !== undefined, (query) => query.where('s.slotId', '=', slotId ?? ''))
    .$if(pupilId !== undefined, (query) =>
      query.where(
        sql<boolean>`exists (select from session_pupils p where p.school_id = s.school_id
          and p.session_id = s.session_id and p.pupil_id = ${pupilId ?? null})`,
      ),
    )
    .executeTakeFirstOrThrow();
  return row.first === null || row.last === null
    ? null
    : { first: schoolDate(row.first), last: schoolDate(row.last) };
}
