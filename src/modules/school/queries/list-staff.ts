import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PersonId, StaffId } from '#src/kernel/ids.ts';
import { NotFound } from '#src/kernel/stops.ts';
import type { RowOf } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Contract, CostRate, StaffMember } from '../domain/school-records.ts';

const dateOf = (date: string | null) => (date === null ? null : schoolDate(date));

const memberOf = (row: RowOf<'staff'>): StaffMember => ({
  staffId: StaffId.parse(row.staffId),
  personId: row.personId === null ? null : PersonId.parse(row.personId),
  code: row.code,
  title: row.title,
  forename: row.forename,
  surname: row.surname,
  post: row.post,
  email: row.email,
  startedOn: dateOf(row.startedOn),
  leftOn: dateOf(row.leftOn),
  source: row.source,
  version: row.version,
});

/** Those who work at the school on a day, by surname. Null: everybody who ever did. */
export async function listStaff(tx: Tx, on: SchoolDate | null): Promise<StaffMember[]> {
  const rows = await tx
    .selectFrom('staff')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .$if(on !== null, (query) =>
      query
        .where((eb) => eb.or([eb('startedOn', 'is', null), eb('startedOn', '<=', on)]))
        .where((eb) => eb.or([eb('leftOn', 'is', null), eb('leftOn', '>=', on)])),
    )
    .orderBy('surname')
    .orderBy('forename')
    .execute();
  return rows.map(memberOf);
}

export type StaffWithTerms = StaffMember & {
  /** The newest first. */
  readonly contracts: readonly Contract[];
  /** The newest first; empty for those who may not see what people cost. */
  readonly rates: readonly CostRate[];
};

/** One member of staff with contracts and rates; null when the school has none of this id. */
export async function findStaffMember(tx: Tx, staffId: StaffId): Promise<StaffWithTerms | null> {
  const { schoolId } = tx.scope.actor;
  const row = await tx
    .selectFrom('staff')
    .selectAll()
    .where('schoolId', '=', schoolId)
    .where('staffId', '=', staffId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    ...memberOf(row),
    contracts: await listContracts(tx, staffId),
    rates: await listRates(tx, staffId),
  };
}

/** As `findStaffMember`; throws `NotFound`. */
export async function getStaffMember(tx: Tx, staffId: StaffId): Promise<StaffWithTerms> {
  const member = await findStaffMember(tx, staffId);
  if (member === null) throw new NotFound();
  return member;
}

/** The contracts of somebody, the newest first. */
export async function listContracts(tx: Tx, staffId: StaffId): Promise<Contract[]> {
  const rows = await tx
    .selectFrom('contracts')
    .select(['contractId', 'minutesPerWeek', 'weeksPerYear', 'fromOn', 'untilOn'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('staffId', '=', staffId)
    .where('withdrawnAt', 'is', null)
    .orderBy('fromOn', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    weeksPerYear: Number(row.weeksPerYear),
    fromOn: schoolDate(row.fromOn),
    untilOn: dateOf(row.untilOn),
  }));
}

/** What an hour of somebody costs, the newest first. Finance's own: others get an empty list. */
export async function listRates(tx: Tx, staffId: StaffId): Promise<CostRate[]> {
  const rows = await tx
    .selectFrom('costRates')
    .select(['costRateId', 'pencePerHour', 'fromOn', 'untilOn'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('staffId', '=', staffId)
    .where('withdrawnAt', 'is', null)
    .orderBy('fromOn', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, fromOn: schoolDate(row.fromOn), untilOn: dateOf(row.untilOn) }));
}
