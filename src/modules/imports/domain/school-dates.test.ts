import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, schoolDate } from '../../../kernel/dates.ts';
import { type DateRules, ofWorkbookSerial, readSchoolDate } from './school-dates.ts';

const today = schoolDate('2026-11-21');
const birth = { today, isBirth: true };
const reads = (text: string, rules: DateRules = birth) => {
  const read = readSchoolDate(text, rules);
  return read.ok ? read.value : read.refusal;
};

describe('readSchoolDate', () => {
  it.each([
    '04/11/2018',
    '4/11/2018',
    '4-Nov-18',
    '04-Nov-2018',
    '2018-11-04',
    '2018/11/04',
    '04/11/2018 00:00',
    '04/11/2018 00:00:00',
    '2018-11-04T00:00:00',
    '2018-11-04T00:00:00.000Z',
    '2018-11-04T00:00:00+00:00',
    '43408',
    '43408.0',
    '2018-Nov-04 00:00:00',
    '4.11.2018',
    '04.11.18',
    '4 November 2018',
    '4th November 2018',
    'Sunday, 4 November 2018',
    '4 Nov 2018',
    ' 04/11/2018 ',
    '20181104',
    '04/11/18',
    '04/11/2018 12:00 AM',
  ])('reads %s as 4 November 2018', (text) => {
    expect(reads(text)).toBe('2018-11-04');
  });

  it('reads the dates of census tables', () => {
    expect(reads('2020-Apr-25 00:00:00')).toBe('2020-04-25');
    expect(reads('1 Sept 2019')).toBe('2019-09-01');
  });

  it.each([
    ['11/25/2018', 'month_first'],
    ['2018-25-11', 'month_first'],
    ['31/02/2018', 'no_such_day'],
    ['29/02/2019', 'no_such_day'],
    ['00/11/2018', 'no_such_day'],
    ['45/13/2018', 'no_such_day'],
    ['4 Novembre 2018', 'not_a_date'],
    ['Nov 4 2018', 'not_a_date'],
    ['2018', 'not_a_date'],
    ['tbc', 'not_a_date'],
    ['', 'not_a_date'],
    ['04/11', 'not_a_date'],
    ['04/11/20188', 'not_a_date'],
    ['01/01/1899', 'too_long_ago'],
    ['22/11/2026', 'in_the_future'],
  ])('refuses %s: %s', (text, refusal) => {
    expect(reads(text)).toBe(refusal);
  });

  it('refuses a day that no school plans for', () => {
    expect(reads('01/09/2226', { today })).toBe('too_far_ahead');
  });

  it.each<[string, DateRules, string]>([
    ['01/09/26', birth, '2026-09-01'],
    ['01/09/27', birth, '1927-09-01'],
    ['01/09/27', { today }, '2027-09-01'],
    ['01/09/99', { today }, '1999-09-01'],
  ])('takes the year of %s so that the date can be', (text, rules, expected) => {
    expect(reads(text, rules)).toBe(expected);
  });

  it('doubts a number that is a child counted from 1904 and a grown-up counted from 1900', () => {
    const serial = String(daysBetween(schoolDate('1899-12-30'), schoolDate('2000-06-01')));
    expect(reads(serial)).toBe('doubtful_number');
    expect(reads(serial, { today })).toBe('2000-06-01');
  });

  it('reads back every day in every way that a file may write it', () => {
    const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 * 365 }), (back) => {
        const on = addDays(today, -back);
        const [year = '', month = '', day = ''] = on.split('-');
        const word = months[Number(month) - 1] ?? '';
        const serial = daysBetween(schoolDate('1899-12-30'), on);
        const ways = [
          on,
          `${day}/${month}/${year}`,
          `${Number(day)}/${Number(month)}/${year.slice(2)}`,
          `${Number(day)}-${word}-${year.slice(2)}`,
          `${year}-${word}-${day} 00:00:00`,
          `${year}${month}${day}`,
          String(serial),
        ];
        for (const way of ways) expect(reads(way)).toBe(on);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof reads(text) === 'string'));
  });
});

describe('ofWorkbookSerial', () => {
  it.each([
    [43408, false, '2018-11-04'],
    [43408.75, false, '2018-11-04'],
    [41946, true, '2018-11-04'],
    [0.5, false, null],
    [9e9, false, null],
  ])('%d, from 1904 %s: %s', (serial, isFrom1904, expected) => {
    expect(ofWorkbookSerial(serial, isFrom1904)).toBe(expected);
  });
});
