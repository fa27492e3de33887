import { audienceOf } from '#src/kernel/access.ts';
import { schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type ContactNote, contactKind } from '../domain/contact-note.ts';

export type NotePart = {
  readonly pupilId: PupilId | null;
  /** The note after which to go on. */
  readonly after: string | null;
  readonly limit: number;
};

/** The notes that the actor may see and nobody withdrew, to be narrowed and ordered. */
const notes = (tx: Tx) =>
  tx
    .selectFrom('contactNotes as c')
    .leftJoin('members as m', (join) =>
      join.onRef('m.schoolId', '=', 'c.schoolId').onRef('m.personId', '=', 'c.byPersonId'),
    )
    .select(['c.contactNoteId', 'c.pupilId', 'c.kind', 'c.words', 'c.withWhom', 'c.onDate'])
    .select(['c.audience', 'm.knownAs'])
    .where('c.schoolId', '=', tx.scope.actor.schoolId)
    .where('c.withdrawnAt', 'is', null);

type Row = Awaited<ReturnType<ReturnType<typeof notes>['execute']>>[number];

const noteOf = ({ onDate, knownAs, ...row }: Row): ContactNote => ({
  ...row,
  pupilId: PupilId.parse(row.pupilId),
  kind: contactKind(row.kind),
  audience: audienceOf(row.audience),
  on: schoolDate(onDate),
  byName: knownAs,
});

/** Contacts, worries and decisions that the actor may see, in parts, in the order in which they were logged. */
export async function listContactNotes(
  tx: Tx,
  { pupilId, after, limit }: NotePart,
): Promise<readonly ContactNote[]> {
  const rows = await notes(tx)
    .$if(pupilId !== null, (query) => query.where('c.pupilId', '=', pupilId ?? ''))
    .$if(after !== null, (query) => query.where('c.contactNoteId', '>', after ?? ''))
    .orderBy('c.contactNoteId')
    .limit(limit)
    .execute();
  return rows.map(noteOf);
}

/** The last contacts, worries and decisions about a pupil that the actor may see, the newest first. */
export async function listLastContacts(
  tx: Tx,
  pupilId: PupilId,
  limit: number,
): Promise<readonly ContactNote[]> {
  const rows = await notes(tx)
    .where('c.pupilId', '=', pupilId)
    .orderBy('c.onDate', 'desc')
    .orderBy('c.recordedAt', 'desc')
    .limit(limit)
    .execute();
  return rows.map(noteOf);
}
