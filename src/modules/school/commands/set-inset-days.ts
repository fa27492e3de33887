import { type Changes, changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { bankHolidaysBetween } from '#src/modules/statutory/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { schoolEvents } from '../domain/school.events.ts';
import type { AcademicYear } from '../domain/school-records.ts';
import { type FoundProblem, yearProblems } from '../domain/year-problems.ts';

const record = recorder(schoolEvents);

/** What is wrong with INSET days for a year: outside its terms, at a weekend, twice. */
export function problemsOfInsetDays(
  year: AcademicYear,
  insetDays: readonly SchoolDate[],
): readonly FoundProblem[] {
  const bankHolidays = bankHolidaysBetween(year.fromOn, year.untilOn).map((day) => day.on);
  return yearProblems({ ...year, academicYear: year.name, insetDays, bankHolidays });
}

/** Sets all INSET days of a year; those that are not among them are withdrawn. */
export async function setInsetDays(
  tx: Tx,
  year: AcademicYear,
  days: readonly SchoolDate[],
): Promise<Result<Changes, 'dates_wrong'>> {
  if (problemsOfInsetDays(year, days).length > 0) return refused('dates_wrong');
  const wanted = days.toSorted();
  const changes = changesBetween({ days: year.insetDays }, { days: wanted });
  if (nothingChanged(changes)) return done(changes);
  const { actor, clock } = tx.scope;
  const dropped = year.insetDays.filter((day) => !wanted.includes(day));
  if (dropped.length > 0) {
    await tx
      .updateTable('insetDays')
      .set({ withdrawnAt: clock.now() })
      .where('schoolId', '=', actor.schoolId)
      .where('onDate', 'in', dropped)
      .execute();
  }
  if (wanted.length > 0) {
    await tx
      .insertInto('insetDays')
      .values(wanted.map((onDate) => ({ schoolId: actor.schoolId, onDate })))
      .onConflict((conflict) => conflict.columns(['schoolId', 'onDate']).doUpdateSet({ withdrawnAt: null }))
      .execute();
  }
  await tx
    .updateTable('academicYears')
    .set({ version: year.version + 1 })
    .where('schoolId', '=', actor.schoolId)
    .where('yearId', '=', year.yearId)
    .execute();
  await record(tx, { type: 'InsetDaysChanged', audience: 'figures', subjectId: year.yearId, changes });
  return done(changes);
}
