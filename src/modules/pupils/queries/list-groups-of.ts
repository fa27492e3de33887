import { sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { GroupId, PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

export type GroupOfPupil = {
  readonly pupilId: PupilId;
  readonly groupId: GroupId;
  readonly kind: 'class' | 'teaching';
  readonly name: string;
  readonly subject: string | null;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
};

/** The class and the teaching groups of some pupils today. */
export async function listGroupsOf(tx: Tx, pupilIds: readonly PupilId[]): Promise<readonly GroupOfPupil[]> {
  if (pupilIds.length === 0) return [];
  const { today, actor } = tx.scope;
  const rows = await tx
    .selectFrom('groupPupils as p')
    .innerJoin('groups as g', (join) =>
      join.onRef('g.schoolId', '=', 'p.schoolId').onRef('g.groupId', '=', 'p.groupId'),
    )
    .select(['p.pupilId', 'p.groupId', 'g.kind', 'g.name', 'g.subject', 'p.fromOn', 'p.untilOn'])
    .where('p.schoolId', '=', actor.schoolId)
    .where('p.pupilId', '=', sql<string>`any(${[...pupilIds]}::uuid[])`)
    .where('p.fromOn', '<=', today)
    .where((eb) => eb.or([eb('p.untilOn', 'is', null), eb('p.untilOn', '>=', today)]))
    .orderBy('g.kind')
    .orderBy('g.name')
    .execute();
  return rows.map((row) => ({
    ...row,
    pupilId: PupilId.parse(row.pupilId),
    groupId: GroupId.parse(row.groupId),
    kind: row.kind === 'class' ? ('class' as const) : ('teaching' as const),
    fromOn: schoolDate(row.fromOn),
    untilOn: row.untilOn === null ? null : schoolDate(row.untilOn),
  }));
}
