import { sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { StaffId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Absence } from '../domain/day/absence.ts';

const select = (tx: Tx) =>
  tx
    .selectFrom('absences as a')
    .innerJoin('staff as s', (join) =>
      join.onRef('s.schoolId', '=', 'a.schoolId').onRef('s.staffId', '=', 'a.staffId'),
    )
    .select([
      'a.absenceId',
      'a.staffId',
      'a.fromOn',
      'a.untilOn',
      'a.fromMinute',
      'a.untilMinute',
      'a.version',
    ])
    .select(sql<string>`concat_ws(' ', coalesce(s.title, s.forename), s.surname)`.as('name'))
    .where('a.schoolId', '=', tx.scope.actor.schoolId)
    .where('a.withdrawnAt', 'is', null)
    .orderBy('a.fromOn')
    .orderBy('s.surname')
    .orderBy('a.absenceId');

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];
const absenceOf = (row: Row): Absence => ({
  ...row,
  staffId: StaffId.parse(row.staffId),
  fromOn: schoolDate(row.fromOn),
  untilOn: schoolDate(row.untilOn),
});

/** Who is away on some day from one to another, both included; by first day and name. One statement. */
export async function listAbsences(
  tx: Tx,
  { from, until }: { readonly from: SchoolDate; readonly until: SchoolDate },
): Promise<readonly Absence[]> {
  const rows = await select(tx).where('a.untilOn', '>=', from).where('a.fromOn', '<=', until).execute();
  return rows.map(absenceOf);
}

/** One absence; null where there is none, or it was taken back. */
export async function findAbsence(tx: Tx, absenceId: string): Promise<Absence | null> {
  const row = await select(tx).where('a.absenceId', '=', absenceId).executeTakeFirst();
  return row === undefined ? null : absenceOf(row);
}
