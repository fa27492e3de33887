import { audiences } from '#src/kernel/access.ts';
import { schoolDate } from '#src/kernel/dates.ts';
import { PersonId, PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { capacityOf, type GuestPlace } from '../domain/guest.ts';

const MOST = 500;

const select = (tx: Tx) =>
  tx
    .selectFrom('reach as r')
    .innerJoin('members as m', (join) =>
      join.onRef('m.schoolId', '=', 'r.schoolId').onRef('m.personId', '=', 'r.personId'),
    )
    .leftJoin('members as b', (join) =>
      join.onRef('b.schoolId', '=', 'r.schoolId').onRef('b.personId', '=', 'r.invitedBy'),
    )
    .selectAll('r')
    .select(['m.knownAs', 'b.knownAs as inviter'])
    .where('r.schoolId', '=', tx.scope.actor.schoolId)
    .where('r.why', '=', 'invited')
    .orderBy('r.untilOn', 'desc')
    .orderBy('m.knownAs')
    .orderBy('r.reachId')
    .limit(MOST);
type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

/** Every pupil that a guest reaches or reached, the last day last first. */
export const listGuestPlaces = async (tx: Tx): Promise<readonly GuestPlace[]> =>
  (await select(tx).execute()).flatMap(placeOf);

/** One place of a guest; null when there is none of this id. */
export async function findGuestPlace(tx: Tx, reachId: string): Promise<GuestPlace | null> {
  const row = await select(tx).where('r.reachId', '=', reachId).executeTakeFirst();
  return (row === undefined ? [] : placeOf(row))[0] ?? null;
}

/** What the actor is invited to today, by the last day. */
export async function listOwnPlaces(tx: Tx): Promise<readonly GuestPlace[]> {
  const { actor, today } = tx.scope;
  const rows = await select(tx)
    .where('r.personId', '=', actor.personId)
    .where('r.withdrawnAt', 'is', null)
    .where('r.fromOn', '<=', today)
    .where('r.untilOn', '>=', today)
    .execute();
  return rows.flatMap(placeOf);
}

function placeOf(row: Row): GuestPlace[] {
  const { capacity, reason, sees, untilOn } = row;
  if (capacity === null || reason === null || sees === null || untilOn === null) return [];
  return [
    {
      reachId: row.reachId,
      personId: PersonId.parse(row.personId),
      knownAs: row.knownAs,
      pupilId: PupilId.parse(row.pupilId),
      capacity: capacityOf(capacity),
      reason,
      sees: audiences.filter((audience) => sees.includes(audience)),
      fromOn: schoolDate(row.fromOn),
      untilOn: schoolDate(untilOn),
      isWithdrawn: row.withdrawnAt !== null,
      invitedBy: row.inviter,
      version: row.version,
    },
  ];
}
