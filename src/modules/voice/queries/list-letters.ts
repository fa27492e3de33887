import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { CarerId, PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** A letter as it was sent. */
export type Letter = {
  readonly letterId: string;
  readonly pupilId: PupilId;
  readonly carerId: CarerId;
  readonly toName: string;
  readonly relationship: string;
  readonly title: string;
  readonly words: string;
  readonly way: 'mail' | 'paper';
  readonly madeOn: SchoolDate;
  readonly madeBy: string | null;
};

/** The letters about a pupil, the newest first. */
export async function listLetters(tx: Tx, pupilId: PupilId): Promise<readonly Letter[]> {
  const rows = await tx
    .selectFrom('letters as l')
    .leftJoin('members as m', (join) =>
      join.onRef('m.schoolId', '=', 'l.schoolId').onRef('m.personId', '=', 'l.madeBy'),
    )
    .select(['l.letterId', 'l.pupilId', 'l.carerId', 'l.toName', 'l.relationship', 'l.title', 'l.words'])
    .select(['l.way', 'l.madeOn', 'm.knownAs as madeBy'])
    .where('l.schoolId', '=', tx.scope.actor.schoolId)
    .where('l.pupilId', '=', pupilId)
    .orderBy('l.recordedAt', 'desc')
    .orderBy('l.letterId', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    pupilId: PupilId.parse(row.pupilId),
    carerId: CarerId.parse(row.carerId),
    way: row.way === 'mail' ? ('mail' as const) : ('paper' as const),
    madeOn: schoolDate(row.madeOn),
  }));
}
