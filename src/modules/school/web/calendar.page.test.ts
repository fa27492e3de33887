import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenSchool from '#test/given-school.ts';
import type { Browser } from '#test/http.ts';

const withCalendar = async () => {
  const school = await given.school();
  await givenSchool.academicYear(school);
  return { school, browser: (await given.person(school, 'head')).browser };
};

/** The cells of a day's row. */
const dayOf = async (browser: Browser, month: string, day: string) => {
  const { $ } = await browser.get(`/school/calendar?month=${month}`);
  const row = $('th[scope="row"]').filter((_, head) => $(head).text().startsWith(day));
  return row
    .first()
    .nextAll('td')
    .toArray()
    .map((cell) => $(cell).text());
};

const ask = async (browser: Browser, query: string) =>
  (await browser.get(`/school/calendar?${query}`)).$('.govuk-inset-text').text();

describe('the calendar page', () => {
  it('stands open at this month and says of each day what it counts as', async () => {
    const { browser } = await withCalendar();
    const read = await browser.get('/school/calendar');
    expect([read.status, read.$('h1').text()]).toEqual([200, 'Calendar']);
    expect(read.text).toContain('Tuesday 24 November, today');
    expect(await dayOf(browser, '2026-11', 'Saturday 28')).toEqual(['No', 'A weekend', 'No', 'A weekend']);
    expect(await dayOf(browser, '2026-12', 'Friday 25')).toEqual([
      'No',
      'School holiday',
      'No',
      'A bank holiday',
    ]);
    expect(await dayOf(browser, '2026-10', 'Monday 26')).toEqual([
      'No',
      'Half term',
      'Yes',
      'Monday to Friday, no bank holiday',
    ]);
    expect(await dayOf(browser, '2026-11', 'Tuesday 24')).toEqual([
      'Yes',
      'In the autumn term',
      'Yes',
      'Monday to Friday, no bank holiday',
    ]);
  });

  it.each([
    [
      'by=weeks&count=6&from=2026-09-14',
      'The last day is 26 October 2026.Safe by every reading: 25 October 2026.',
    ],
    ['by=beginning&count=15&from=2027-01-04', 'The last day is 18 January 2027.'],
    ['by=weeks_beginning&count=6&from=2026-09-14', 'The last day is 25 October 2026.'],
    ['by=starting&count=12&from=2026-03-09', 'The last day is 8 March 2027.'],
    ['by=months&count=2&from-day=8&from-month=6&from-year=2026', 'move to 1 September 2026'],
    ['by=years&count=25&from=2018-05-03', 'The last day is 3 May 2043.'],
    ['by=notice&count=2&from=2026-11-18', 'The last day is 4 November 2026.'],
    ['by=before&count=0&from=2027-02-15', 'Safe by every reading: 14 February 2027.'],
    ['by=working&count=5&from=2026-12-22', 'The last day is 31 December 2026.'],
    ['by=school&count=1&from=2026-11-27', 'The last day is 30 November 2026.'],
    ['by=school&count=400&from=2026-11-27', 'This cannot be counted'],
    ['by=working&count=5&from=2030-12-31', 'This cannot be counted'],
    ['by=weeks&count=six&from=2026-09-14', 'Give a wording, a number from 0 to 400 and a real day.'],
    ['by=nonsense&count=6&from=2026-02-30', 'Give a wording, a number from 0 to 400 and a real day.'],
  ])('works out ?%s', async (query, answer) => {
    const { browser } = await withCalendar();
    expect(await ask(browser, query)).toContain(answer);
  });

  it('says that no terms are entered rather than calling it a holiday', async () => {
    const { browser } = await given.person(await given.school(), 'senco');
    expect((await dayOf(browser, '2026-11', 'Tuesday 24')).slice(0, 2)).toEqual([
      'No',
      'No terms are entered',
    ]);
  });

  it('is not for those who do not read the school', async () => {
    const { browser } = await given.person(await given.school(), 'teacher');
    expect((await browser.get('/school/calendar')).status).toBe(403);
  });
});
