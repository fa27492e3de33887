import { schoolDate } from '#src/kernel/dates.ts';
import { YearId } from '#src/kernel/ids.ts';
import { NotFound } from '#src/kernel/stops.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Days, Term } from '../domain/school-calendar.ts';
import type { AcademicYear } from '../domain/school-records.ts';
import { listClosures } from './list-closures.ts';

type TermRow = {
  name: string;
  fromOn: string;
  untilOn: string;
  halfTermFromOn: string | null;
  halfTermUntilOn: string | null;
};

const halfTermOf = ({ halfTermFromOn: from, halfTermUntilOn: until }: TermRow): Days | null =>
  from === null || until === null ? null : { from: schoolDate(from), until: schoolDate(until) };

const termOf = (row: TermRow): Term => ({
  name: row.name,
  from: schoolDate(row.fromOn),
  until: schoolDate(row.untilOn),
  halfTerm: halfTermOf(row),
});

/** The academic years that the school has entered, the newest first, each with what lies in it. */
export async function listYears(tx: Tx): Promise<AcademicYear[]> {
  const { schoolId } = tx.scope.actor;
  const years = await tx
    .selectFrom('academicYears')
    .select(['yearId', 'name', 'fromOn', 'untilOn', 'version'])
    .where('schoolId', '=', schoolId)
    .orderBy('fromOn', 'desc')
    .execute();
  const terms = await tx
    .selectFrom('terms')
    .select(['yearId', 'name', 'fromOn', 'untilOn', 'halfTermFromOn', 'halfTermUntilOn'])
    .where('schoolId', '=', schoolId)
    .orderBy('fromOn')
    .execute();
  const insetDays = await tx
    .selectFrom('insetDays')
    .select('onDate')
    .where('schoolId', '=', schoolId)
    .where('withdrawnAt', 'is', null)
    .orderBy('onDate')
    .execute();
  const closures = await listClosures(tx);
  return years.map((year) => ({
    yearId: YearId.parse(year.yearId),
    name: year.name,
    fromOn: schoolDate(year.fromOn),
    untilOn: schoolDate(year.untilOn),
    version: year.version,
    terms: terms.filter((term) => term.yearId === year.yearId).map(termOf),
    insetDays: insetDays
      .map((day) => schoolDate(day.onDate))
      .filter((day) => day >= year.fromOn && day <= year.untilOn),
    closures: closures.filter((closure) => closure.from >= year.fromOn && closure.from <= year.untilOn),
  }));
}

/** One academic year, or null. */
export async function findYear(tx: Tx, yearId: YearId): Promise<AcademicYear | null> {
  const years = await listYears(tx);
  return years.find((year) => year.yearId === yearId) ?? null;
}

/** One academic year; throws `NotFound` when the school has none of this id. */
export async function getYear(tx: Tx, yearId: YearId): Promise<AcademicYear> {
  const year = await findYear(tx, yearId);
  if (year === null) throw new NotFound();
  return year;
}
