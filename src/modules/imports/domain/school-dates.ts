import { addDays, SchoolDate, schoolDate } from '../../../kernel/dates.ts';
import { done, type Result, refused } from '../../../kernel/result.ts';

export type DateRefusal =
  | 'not_a_date'
  /** 31 February. */
  | 'no_such_day'
  /** Only possible with the month first. */
  | 'month_first'
  | 'in_the_future'
  | 'too_long_ago'
  | 'too_far_ahead'
  /** A bare number that could be days since 1904 as well as since 1900. */
  | 'doubtful_number';

export type DateRules = {
  readonly today: SchoolDate;
  /** A date of birth: never in the future, so that `31` as a year is 1931 … no later than today. */
  readonly isBirth?: boolean;
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL_MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
/** A time that a spreadsheet hangs on a date: it is set aside, never used to move the day. */
const TIME = /[T ,]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(am|pm)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const YEAR_FIRST = /^(\d{4})[-/. ](\d{1,2}|[a-z]{3,9})[-/. ](\d{1,2})$/i;
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ,]+(\d{1,2}|[a-z]{3,9})[-/. ,]+(\d{4}|\d{2})$/i;
const PACKED = /^(\d{4})(\d{2})(\d{2})$/;
/** Five figures: 1927 to 2173. Four would turn a bare year into a day of 1905. */
const SERIAL = /^(\d{5})(\.\d+)?$/;
const WEEKDAY = /^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?[ ,]+/i;

function monthOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const word = text.toLowerCase();
  if (word === 'sept') return 9;
  const index = word.length === 3 ? MONTHS.indexOf(word) : FULL_MONTHS.indexOf(word);
  return index < 0 ? null : index + 1;
}

/**
 * Two figures of a year: the year of this century or the last that is nearest to what the date can be. A
 * birth is never after today; any other date is at most 20 years ahead.
 */
function wholeYear(text: string, rules: DateRules): number {
  if (text.length === 4) return Number(text);
  const latest = Number(rules.today.slice(0, 4)) + (rules.isBirth ? 0 : 20);
  const century = latest - (latest % 100);
  const year = century + Number(text);
  return year <= latest ? year : year - 100;
}

function dateOf(year: number, month: number, day: number): Result<SchoolDate, DateRefusal> {
  if (month > 12) return refused(day <= 12 && month <= 31 ? 'month_first' : 'no_such_day');
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const parsed = SchoolDate.safeParse(text);
  return parsed.success ? done(parsed.data) : refused('no_such_day');
}

/** About 30 years: no date in a school's file lies further ahead. */
const FARTHEST_DAYS = 30 * 366;
const EXCEL_START = schoolDate('1899-12-30');
/** Days between the two ways in which Excel counts days. */
const YEARS_1904 = 1462;

/**
 * The day of an Excel serial number in a column that lost its format. It is counted from 1900, as all current
 * programs do, and refused where that gives a birth more than 25 years ago but counting from 1904, as old
 * ones did, a birth of school age.
 */
function ofSerial(serial: number, rules: DateRules): Result<SchoolDate, DateRefusal> {
  const on = addDays(EXCEL_START, serial);
  const youngest = addDays(rules.today, -25 * 366);
  if (rules.isBirth && on < youngest && addDays(on, YEARS_1904) >= youngest)
    return refused('doubtful_number');
  return done(on);
}

/** The day of a serial number in a workbook, which says whether it counts from 1904. Null outside 1900 to 9999. */
export function ofWorkbookSerial(serial: number, isFrom1904: boolean): SchoolDate | null {
  const days = Math.floor(serial) + (isFrom1904 ? YEARS_1904 : 0);
  return days >= 61 && days <= 2_958_465 ? addDays(EXCEL_START, days) : null;
}

function parse(text: string, rules: DateRules): Result<SchoolDate, DateRefusal> {
  const yearFirst = YEAR_FIRST.exec(text) ?? PACKED.exec(text);
  const dayFirst = DAY_FIRST.exec(text);
  const [, year = '', monthText = '', day = ''] =
    yearFirst ?? (dayFirst === null ? [] : [dayFirst[0], dayFirst[3], dayFirst[2], dayFirst[1]]);
  const serial = SERIAL.exec(text)?.[1];
  if (yearFirst === null && serial !== undefined) return ofSerial(Number(serial), rules);
  const month = monthOf(monthText);
  if (month === null || day === '') return refused('not_a_date');
  return dateOf(wholeYear(year, rules), month, Number(day));
}

/**
 * Reads a date as schools write it and as Excel mangles it: `04/11/2018`, `4-Nov-18`, `2018-11-04`,
 * `04/11/2018 00:00`, `4.11.2018`, `4 November 2018`, `2020-Apr-25 00:00:00`, `20181104`, the serial number
 * `43408`. The day comes before the month, as in the United Kingdom; a text that is a date only with the
 * month first is refused. Years of two figures: see `wholeYear`. Dates before 1900, and more than about 30
 * years ahead, are refused.
 */
export function readSchoolDate(text: string, rules: DateRules): Result<SchoolDate, DateRefusal> {
  const bare = text.trim().slice(0, 60).replace(TIME, '').replace(WEEKDAY, '').trim();
  const read = parse(bare, rules);
  if (!read.ok) return read;
  if (read.value < '1900-01-01') return refused('too_long_ago');
  if (rules.isBirth && read.value > rules.today) return refused('in_the_future');
  return read.value > addDays(rules.today, FARTHEST_DAYS) ? refused('too_far_ahead') : read;
}

/** Why a date was refused and what to do, in words for the report of an import. */
export const wordsForDate: Record<DateRefusal, { readonly message: string; readonly todo: string }> = {
  not_a_date: { message: 'This is not a date.', todo: 'Write the date as day/month/year, like 04/11/2018.' },
  no_such_day: { message: 'There is no such day.', todo: 'Check the day and the month.' },
  month_first: {
    message: 'This is a date only if the month is written before the day.',
    todo: 'Save the file again with dates as day/month/year.',
  },
  in_the_future: { message: 'A date of birth cannot be in the future.', todo: 'Check the year.' },
  too_long_ago: { message: 'The date is before 1900.', todo: 'Check the year.' },
  too_far_ahead: { message: 'The date is more than 30 years ahead.', todo: 'Check the year.' },
  doubtful_number: {
    message: 'Excel has turned the date into a number that could mean two days, four years apart.',
    todo: 'Give the column the format “date” in Excel and save again.',
  },
};
