import { sql } from 'kysely';
import { schoolDate } from '#src/kernel/dates.ts';
import { CarerId, PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Carer, isWayOfContact } from '../domain/carer.ts';

/** The parents and carers of some pupils today, the first to ring first. Empty for those who see no contacts. */
export async function listCarersOf(tx: Tx, pupilIds: readonly PupilId[]): Promise<readonly Carer[]> {
  if (pupilIds.length === 0) return [];
  const { today, actor } = tx.scope;
  const rows = await tx
    .selectFrom('pupilCarers as t')
    .innerJoin('carers as c', (join) =>
      join.onRef('c.schoolId', '=', 't.schoolId').onRef('c.carerId', '=', 't.carerId'),
    )
    .selectAll('c')
    .select((eb) => eb.fn<number>('cardinality', ['c.pupilIds']).as('pupils'))
    .select(['t.pupilCarerId', 't.pupilId', 't.relationship', 't.hasParentalResponsibility', 't.priority'])
    .select(['t.livesWith', 't.getsLetters', 't.isRestricted', 't.fromOn', 't.source'])
    .select('t.version as tieVersion')
    .where('t.schoolId', '=', actor.schoolId)
    .where('t.pupilId', '=', sql<string>`any(${[...pupilIds]}::uuid[])`)
    .where('t.fromOn', '<=', today)
    .where((eb) => eb.or([eb('t.untilOn', 'is', null), eb('t.untilOn', '>=', today)]))
    .orderBy('t.pupilId')
    .orderBy('t.priority')
    .orderBy('c.surname')
    .execute();
  return rows.map(({ schoolId: _, pupilIds: __, importId: ___, audience: ____, ...row }) => ({
    ...row,
    carerId: CarerId.parse(row.carerId),
    pupilId: PupilId.parse(row.pupilId),
    fromOn: schoolDate(row.fromOn),
    preferredContact: isWayOfContact(row.preferredContact) ? row.preferredContact : null,
  }));
}
