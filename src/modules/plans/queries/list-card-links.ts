import { schoolDate } from '#src/kernel/dates.ts';
import type { GroupId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { CardLink } from '../domain/card-link.ts';

/** The links of a class that answer today or later, stopped ones of those days included; the next day first. */
export async function listCardLinks(tx: Tx, groupId: GroupId): Promise<readonly CardLink[]> {
  const rows = await tx
    .selectFrom('cardLinks as c')
    .leftJoin('members as m', (join) =>
      join.onRef('m.schoolId', '=', 'c.schoolId').onRef('m.personId', '=', 'c.lentBy'),
    )
    .select(['c.cardLinkId', 'c.onDay', 'c.lentTo', 'm.knownAs', 'c.openedCount', 'c.stoppedAt', 'c.version'])
    .where('c.schoolId', '=', tx.scope.actor.schoolId)
    .where('c.groupId', '=', groupId)
    .where('c.onDay', '>=', tx.scope.today)
    .orderBy('c.onDay')
    .orderBy('c.lentAt', 'desc')
    .execute();
  return rows.map(({ onDay, knownAs, stoppedAt, ...row }) => ({
    ...row,
    groupId,
    onDay: schoolDate(onDay),
    lentBy: knownAs,
    isStopped: stoppedAt !== null,
  }));
}
