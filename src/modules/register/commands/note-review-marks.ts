import { sql } from 'kysely';
import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Behind } from '../domain/behind.ts';

/** What the plans say of a pupil, for the pupil's line in the register. */
export type ReviewMarks = {
  readonly pupilId: PupilId;
  readonly reviewOn: SchoolDate | null;
  /** Meetings with the parents in the last twelve months. */
  readonly meetings: number;
  readonly behind: readonly Behind[];
};

/** Writes what the plans say into the lines of the register, in one statement. Derived, so no event. */
export async function noteReviewMarks(tx: Tx, marks: readonly ReviewMarks[]): Promise<void> {
  if (marks.length === 0) return;
  await sql`
    update register_lines l set review_on = m.review_on, meetings = m.meetings, behind = m.behind
    from (select * from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb)
      as r ("pupilId" uuid, "reviewOn" date, meetings smallint, behind text[])) as m (pupil_id, review_on, meetings, behind)
    where l.school_id = ${tx.scope.actor.schoolId} and l.pupil_id = m.pupil_id`.execute(tx);
}
