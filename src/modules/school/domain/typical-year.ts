import { addDays, plain, type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { firstYearOf } from './academic-year.ts';
import type { Days, Term } from './school-calendar.ts';
import held from './typical-years.json' with { type: 'json' };

/** Terms to start from. `typical`: as many schools have published; `modelled`: the same pattern moved on. */
export type TypicalYear = {
  readonly academicYear: string;
  readonly status: 'typical' | 'modelled';
  readonly terms: readonly Term[];
};

const days = (given: { from: string; until: string }): Days => ({
  from: schoolDate(given.from),
  until: schoolDate(given.until),
});

const day = (year: number, monthAndDay: string): SchoolDate => schoolDate(`${year}-${monthAndDay}`);

/** The first Monday on or after a day. */
const mondayFrom = (date: SchoolDate): SchoolDate => addDays(date, (8 - plain(date).dayOfWeek) % 7);

/** The first Monday to Friday on or after a day. */
const weekdayFrom = (date: SchoolDate): SchoolDate => (plain(date).dayOfWeek > 5 ? mondayFrom(date) : date);

/** The last Friday before a day. */
const fridayBefore = (date: SchoolDate): SchoolDate => {
  const weekday = plain(date).dayOfWeek;
  return addDays(date, weekday > 5 ? 5 - weekday : -2 - weekday);
};

const week = (monday: SchoolDate): Days => ({ from: monday, until: addDays(monday, 4) });

/**
 * The pattern that the known years follow, to a day or two: two weeks off from the Monday on or after
 * 28 March, half terms in the last week of October, around 15 February and at the spring bank holiday.
 */
function modelledTerms(firstYear: number): readonly Term[] {
  const next = firstYear + 1;
  const easterBreak = mondayFrom(day(next, '03-28'));
  return [
    {
      name: 'Autumn',
      from: weekdayFrom(day(firstYear, '09-01')),
      until: fridayBefore(day(firstYear, '12-23')),
      halfTerm: week(mondayFrom(day(firstYear, '10-25'))),
    },
    {
      name: 'Spring',
      from: mondayFrom(day(next, '01-03')),
      until: fridayBefore(easterBreak),
      halfTerm: week(mondayFrom(day(next, '02-12'))),
    },
    {
      name: 'Summer',
      from: addDays(easterBreak, 14),
      until: weekdayFrom(day(next, '07-20')),
      halfTerm: week(mondayFrom(day(next, '05-25'))),
    },
  ];
}

/**
 * Term dates to propose to a school for an academic year such as `2026/27`: a starting point that the school
 * changes, never a fact. INSET days are the school's own and are not proposed.
 */
export function typicalYear(academicYear: string): TypicalYear {
  const firstYear = firstYearOf(academicYear);
  const known = held.years.find((year) => year.academicYear === academicYear);
  if (known === undefined) return { academicYear, status: 'modelled', terms: modelledTerms(firstYear) };
  return {
    academicYear,
    status: known.status === 'typical' ? 'typical' : 'modelled',
    terms: known.terms.map((term) => ({ name: term.name, ...days(term), halfTerm: days(term.halfTerm) })),
  };
}
