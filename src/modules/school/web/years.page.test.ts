import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import * as given from '#test/given.ts';
import { academicYear, findYear } from '#test/given-school.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';
import { typicalYear } from '../domain/typical-year.ts';
import { datesByField } from '../domain/year.form.ts';

const proposed = (name = '2026/27') => datesByField(typicalYear(name).terms);
const eventsOf = async (school: given.School, type: string) =>
  (await asOwner('select 1 from app.events where school_id = $1 and type = $2', [school.schoolId, type]))
    .length;

describe('academic years', () => {
  it('are proposed, added and listed, and the next one is offered', async () => {
    const school = await given.school();
    const { browser } = await given.person(school, 'senco');
    expect((await browser.get('/school/years')).text).toContain('No academic year is entered');
    const form = await browser.get('/school/years/new');
    expect(form.$('input[name=autumnFrom-day]').attr('value')).toBe('1');
    expect(form.$('input[name=name]').attr('value')).toBe('2026/27');
    const done = await browser.post('/school/years/new', { name: '2026/27', ...proposed() });
    expect(done.goesTo).toBe('/school/years');
    const shown = await browser.get('/school/years');
    expect(shown.text).toContain('18 Dec 2026');
    expect(shown.$('a[href="/school/years/new?year=2027/28"]').text()).toBe('Add 2027/28');
    expect(await eventsOf(school, 'AcademicYearAdded')).toBe(1);
  });

  it('can be another than the proposed one', async () => {
    const { browser } = await given.person(await given.school(), 'senco');
    const form = await browser.get('/school/years/new?year=2028/29');
    expect(form.$('input[name=name]').attr('value')).toBe('2028/29');
    expect((await browser.get('/school/years/new?year=1066/67')).status).toBe(200);
  });

  it('are not added twice, nor with terms that overlap', async () => {
    const { browser } = await given.person(await given.school(), 'senco');
    const overlapping = { ...proposed(), springFrom: '2026-12-18', name: '2026/27' };
    const wrong = await browser.post('/school/years/new', overlapping);
    expect([wrong.status, errorsShown(wrong)]).toEqual([
      422,
      ['Spring: the term must start after the one before has ended'],
    ]);
    await browser.post('/school/years/new', { name: '2026/27', ...proposed() });
    const twice = await browser.post('/school/years/new', { name: '2026/27', ...proposed() });
    expect(errorsShown(twice)).toEqual(['2026/27 is already entered, or cannot be planned now']);
  });
});

describe('the terms of a year', () => {
  it('are changed by whoever has the newest version', async () => {
    const school = await given.school();
    const yearId = await academicYear(school);
    const { browser } = await given.person(school, 'senco');
    const typed = { ...proposed(), summerUntil: '2027-07-22', version: '1' };
    expect((await browser.post(`/school/years/${yearId}`, typed)).status).toBe(303);
    expect((await findYear(school, yearId)).terms[2]?.until).toBe('2027-07-22');
    const late = await browser.post(`/school/years/${yearId}`, typed);
    expect(late.status).toBe(422);
    expect(late.text).toContain('Held now');
    expect(await eventsOf(school, 'AcademicYearChanged')).toBe(1);
  });

  it('say at which date something is wrong', async () => {
    const school = await given.school();
    const yearId = await academicYear(school);
    const { browser } = await given.person(school, 'senco');
    const typed = { ...proposed(), summerUntil: '2027-09-22', autumnHalfUntil: '', version: '1' };
    const half = await browser.post(`/school/years/${yearId}`, typed);
    expect(errorsShown(half)).toEqual(['Enter both days of the autumn half term, or neither']);
    const outside = await browser.post(`/school/years/${yearId}`, {
      ...typed,
      autumnHalfUntil: '2026-10-30',
    });
    expect(errorsShown(outside)).toEqual([
      'Summer: the term must lie between 1 September and 31 August of the year',
    ]);
  });
});

describe('INSET days', () => {
  it('are set for the whole year at once', async () => {
    const school = await given.school();
    const yearId = await academicYear(school);
    const { browser } = await given.person(school, 'senco');
    const address = `/school/inset-days/${yearId}`;
    await browser.post(address, { day1: '2026-09-01', day3: '2027-01-04', version: '1' });
    expect((await findYear(school, yearId)).insetDays).toEqual(['2026-09-01', '2027-01-04']);
    await browser.post(address, { day1: '2027-01-04', version: '2' });
    expect((await findYear(school, yearId)).insetDays).toEqual([schoolDate('2027-01-04')]);
    expect(await eventsOf(school, 'InsetDaysChanged')).toBe(2);
  });

  it('are refused at a weekend, with the box that holds it', async () => {
    const school = await given.school();
    const yearId = await academicYear(school);
    const { browser } = await given.person(school, 'senco');
    const wrong = await browser.post(`/school/inset-days/${yearId}`, { day2: '2026-11-21', version: '1' });
    expect([wrong.status, errorsShown(wrong)]).toEqual([
      422,
      ['An INSET day cannot be a Saturday or Sunday'],
    ]);
  });
});

describe('closures', () => {
  it('are added, listed and withdrawn', async () => {
    const school = await given.school();
    const { browser } = await given.person(school, 'senco');
    const snow = { fromOn: '2027-02-02', reopensOn: '2027-02-04', reason: 'Snow' };
    expect((await browser.post('/school/closures/new', snow)).goesTo).toBe('/school/closures');
    const shown = await browser.get('/school/closures');
    expect(shown.text).toContain('2 Feb 2027 to 3 Feb 2027');
    const deed = shown.$('form[action$="/withdraw"]').attr('action') ?? '';
    const head = await given.person(school, 'head');
    expect((await head.browser.post(deed)).status).toBe(403);
    expect((await head.browser.get('/school/closures')).$('form[action$="/withdraw"]')).toHaveLength(0);
    const stranger = await given.person(await given.school(), 'senco');
    expect((await stranger.browser.post(deed)).status).toBe(404);
    expect((await browser.post(deed)).goesTo).toBe('/school/closures');
    expect((await browser.get('/school/closures')).text).toContain('No closures');
    expect((await browser.post(deed)).status).toBe(404);
    expect(await eventsOf(school, 'ClosureWithdrawn')).toBe(1);
  });

  it('open again after they began', async () => {
    const { browser } = await given.person(await given.school(), 'senco');
    const typed = { fromOn: '2027-02-02', reopensOn: '2027-02-02', reason: 'Snow' };
    const wrong = await browser.post('/school/closures/new', typed);
    expect([wrong.status, errorsShown(wrong)]).toEqual([
      422,
      ['The school must open again after the first day closed'],
    ]);
  });
});
