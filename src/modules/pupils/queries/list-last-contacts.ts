import { audienceOf } from '#src/kernel/access.ts';
import { schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type ContactNote, contactKind } from '../domain/contact-note.ts';

/** The last contacts, worries and decisions about a pupil that the actor may see, the newest first. */
export async function listLastContacts(
  tx: Tx,
  pupilId: PupilId,
  limit: number,
): Promise<readonly ContactNote[]> {
  const rows = await tx
    .selectFrom('contactNotes as c')
    .leftJoin('members as m', (join) =>
      join.onRef('m.schoolId', '=', 'c.schoolId').onRef('m.personId', '=', 'c.byPersonId'),
    )
    .select([
      'c.contactNoteId',
      'c.pupilId',
      'c.kind',
      'c.words',
      'c.withWhom',
      'c.onDate',
      'c.audience',
      'm.knownAs',
    ])
    .where('c.schoolId', '=', tx.scope.actor.schoolId)
    .where('c.pupilId', '=', pupilId)
    .where('c.withdrawnAt', 'is', null)
    .orderBy('c.onDate', 'desc')
    .orderBy('c.recordedAt', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ onDate, knownAs, ...row }) => ({
    ...row,
    pupilId: PupilId.parse(row.pupilId),
    kind: contactKind(row.kind),
    on: schoolDate(onDate),
    byName: knownAs,
    audience: audienceOf(row.audience),
  }));
}
