import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import * as given from '#test/given.ts';
import { academicYear, findYear, granted } from '#test/given-school.ts';
import { weekInWords } from '../domain/school-calendar.ts';
import type { AcademicYear } from '../domain/school-records.ts';
import { typicalYear } from '../domain/typical-year.ts';
import { getCalendar } from '../queries/get-calendar.ts';
import { listYears } from '../queries/list-years.ts';
import { addClosure, withdrawClosure } from './add-closure.ts';
import { addAcademicYear, changeTerms } from './keep-academic-year.ts';
import { setInsetDays } from './set-inset-days.ts';

const day = schoolDate;
const moved = (year: AcademicYear, changes: Record<string, { from?: string; until?: string }>) =>
  year.terms.map((term) => {
    const { from = term.from, until = term.until } = changes[term.name] ?? {};
    return { ...term, from: day(from), until: day(until) };
  });

describe('an academic year', () => {
  it('is added once, with terms in order', async () => {
    const school = await given.school();
    await academicYear(school);
    await given.inSchool(school, async (tx) => {
      const { terms } = typicalYear('2026/27');
      expect(await addAcademicYear(tx, { name: '2026/27', terms })).toMatchObject({
        refusal: 'already_there',
      });
      expect(await addAcademicYear(tx, { name: '2027/28', terms })).toMatchObject({
        refusal: 'dates_wrong',
      });
      const [year] = await listYears(tx);
      expect(year).toMatchObject({ fromOn: '2026-09-01', untilOn: '2027-08-31', terms });
    });
  });

  it('tells the week of term, all years together', async () => {
    const school = await given.school();
    await academicYear(school, '2025/26');
    await academicYear(school, '2026/27');
    const calendar = await given.inSchool(school, getCalendar);
    expect(weekInWords(calendar, day('2026-11-24'))).toBe('Week 12 of the autumn term');
    expect(weekInWords(calendar, day('2026-01-06'))).toBe('Week 1 of the spring term');
    expect(calendar.bankHolidays).toContain('2026-12-25');
  });

  it('moves a term into the days that its neighbour had', async () => {
    const school = await given.school();
    const year = await findYear(school, await academicYear(school));
    await given.inSchool(school, async (tx) => {
      const terms = moved(year, { Autumn: { until: '2027-01-08' }, Spring: { from: '2027-01-11' } });
      granted(await changeTerms(tx, year, terms));
    });
    const after = await findYear(school, year.yearId);
    expect(after.terms.map((term) => [term.from, term.until])).toEqual([
      ['2026-09-01', '2027-01-08'],
      ['2027-01-11', '2027-03-25'],
      ['2027-04-12', '2027-07-20'],
    ]);
    expect([after.terms[0]?.halfTerm, after.version]).toEqual([year.terms[0]?.halfTerm, 2]);
  });

  it('keeps INSET days within its terms', async () => {
    const school = await given.school();
    const year = await findYear(school, await academicYear(school));
    await given.inSchool(school, async (tx) => {
      granted(await setInsetDays(tx, year, [day('2026-09-02'), day('2026-09-01')]));
      expect(await setInsetDays(tx, year, [day('2026-12-25')])).toMatchObject({ refusal: 'dates_wrong' });
    });
    const withDays = await findYear(school, year.yearId);
    expect(withDays.insetDays).toEqual(['2026-09-01', '2026-09-02']);
    await given.inSchool(school, async (tx) => {
      const terms = moved(withDays, { Autumn: { from: '2026-09-02' } });
      expect(await changeTerms(tx, withDays, terms)).toMatchObject({ refusal: 'dates_wrong' });
      granted(await setInsetDays(tx, withDays, [day('2026-09-02')]));
      granted(await setInsetDays(tx, await reread(tx, year), [day('2026-09-01')]));
    });
    expect((await findYear(school, year.yearId)).insetDays).toEqual(['2026-09-01']);
  });
});

const reread = async (tx: Parameters<typeof listYears>[0], { yearId }: AcademicYear) => {
  const year = (await listYears(tx)).find((one) => one.yearId === yearId);
  if (year === undefined) throw new Error('The year is gone');
  return year;
};

describe('closures', () => {
  it('shut the school until they are withdrawn', async () => {
    const school = await given.school();
    await academicYear(school);
    const snow = { from: day('2027-02-02'), reopensOn: day('2027-02-04'), reason: 'Snow' };
    const closureId = await given.inSchool(school, async (tx) => granted(await addClosure(tx, snow)));
    await given.inSchool(school, async (tx) => {
      const again = { ...snow, from: day('2027-02-03'), reopensOn: day('2027-02-05') };
      expect(await addClosure(tx, again)).toMatchObject({ refusal: 'overlaps' });
      expect(await addClosure(tx, { ...snow, reopensOn: snow.from })).toMatchObject({
        refusal: 'reopens_too_early',
      });
      expect((await getCalendar(tx)).closures).toMatchObject([snow]);
      await withdrawClosure(tx, { ...snow, closureId });
      expect((await getCalendar(tx)).closures).toEqual([]);
    });
  });
});
