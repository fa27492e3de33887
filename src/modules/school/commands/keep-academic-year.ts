import { type Changes, changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { newId, YearId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { bankHolidaysBetween } from '#src/modules/statutory/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { academicYearBounds } from '../domain/academic-year.ts';
import { schoolEvents } from '../domain/school.events.ts';
import type { Term } from '../domain/school-calendar.ts';
import type { AcademicYear } from '../domain/school-records.ts';
import { type FoundProblem, yearProblems } from '../domain/year-problems.ts';

const record = recorder(schoolEvents);

/** What is wrong with terms for a year, beside the INSET days and closures that it already has. */
export function problemsOfTerms(
  year: Pick<AcademicYear, 'name' | 'insetDays' | 'closures'>,
  terms: readonly Term[],
): readonly FoundProblem[] {
  const { from, until } = academicYearBounds(year.name);
  const bankHolidays = bankHolidaysBetween(from, until).map((day) => day.on);
  return yearProblems({ ...year, academicYear: year.name, terms, bankHolidays });
}

const inWords = (terms: readonly Term[]): Record<string, unknown> =>
  Object.fromEntries(terms.map(({ name, ...days }) => [name, days]));

/**
 * Adds an academic year (`2026/27`, 1 September to 31 August) with its terms. `dates_wrong`: ask `problemsOfTerms`
 * what is.
 */
export async function addAcademicYear(
  tx: Tx,
  given: { readonly name: string; readonly terms: readonly Term[] },
): Promise<Result<YearId, 'already_there' | 'dates_wrong'>> {
  const { schoolId } = tx.scope.actor;
  const same = await tx
    .selectFrom('academicYears')
    .select('yearId')
    .where('schoolId', '=', schoolId)
    .where('name', '=', given.name)
    .executeTakeFirst();
  if (same !== undefined) return refused('already_there');
  const problems = problemsOfTerms({ name: given.name, insetDays: [], closures: [] }, given.terms);
  if (problems.length > 0) return refused('dates_wrong');
  const yearId = YearId.parse(newId());
  const { from: fromOn, until: untilOn } = academicYearBounds(given.name);
  await tx
    .insertInto('academicYears')
    .values({ schoolId, yearId, name: given.name, fromOn, untilOn })
    .execute();
  await tx
    .insertInto('terms')
    .values(given.terms.map((term) => ({ schoolId, yearId, termId: newId(), ...columnsOf(term) })))
    .execute();
  const changes = changesBetween({}, inWords(given.terms));
  await record(tx, { type: 'AcademicYearAdded', audience: 'figures', subjectId: yearId, changes });
  return done(yearId);
}

/** Changes the dates of a year's terms. INSET days and closures that would then lie outside stop it. */
export async function changeTerms(
  tx: Tx,
  year: AcademicYear,
  terms: readonly Term[],
): Promise<Result<Changes, 'dates_wrong'>> {
  if (problemsOfTerms(year, terms).length > 0) return refused('dates_wrong');
  const changes = changesBetween(inWords(year.terms), inWords(terms));
  if (nothingChanged(changes)) return done(changes);
  const { schoolId } = tx.scope.actor;
  const own = tx.updateTable('terms').where('schoolId', '=', schoolId).where('yearId', '=', year.yearId);
  // Terms may not overlap even for a moment, so each is first taken out of the others' way.
  const apart = daysApart(terms.length);
  for (const [index, term] of terms.entries()) {
    await own
      .where('name', '=', term.name)
      .set({ ...apart[index], halfTermFromOn: null, halfTermUntilOn: null })
      .execute();
  }
  for (const term of terms) await own.where('name', '=', term.name).set(columnsOf(term)).execute();
  await tx
    .updateTable('academicYears')
    .set({ version: year.version + 1 })
    .where('schoolId', '=', schoolId)
    .where('yearId', '=', year.yearId)
    .execute();
  await record(tx, { type: 'AcademicYearChanged', audience: 'figures', subjectId: year.yearId, changes });
  return done(changes);
}

const columnsOf = (term: Term) => ({
  name: term.name,
  fromOn: term.from,
  untilOn: term.until,
  halfTermFromOn: term.halfTerm?.from ?? null,
  halfTermUntilOn: term.halfTerm?.until ?? null,
});

/** Days of a long past year, one pair a term. */
const daysApart = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    fromOn: `1000-0${index + 1}-01`,
    untilOn: `1000-0${index + 1}-02`,
  }));
