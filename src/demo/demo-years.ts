import type { SchoolDate } from '#src/kernel/dates.ts';
import {
  academicYearBounds,
  academicYearFrom,
  academicYearOf,
  firstYearOf,
} from '#src/modules/school/domain/academic-year.ts';
import { typicalYear } from '#src/modules/school/domain/typical-year.ts';
import { isBankHoliday } from '#src/modules/statutory/domain/bank-holidays.ts';
import type { Chance } from './demo-chance.ts';
import { dateFrom, dayNumber, weekdayOf } from './demo-days.ts';
import type { DemoAcademicYear, DemoTerm } from './demo-trust.ts';

/** A year with its school days as numbers, in order, worked out once a school. */
export type YearOfDays = { readonly year: DemoAcademicYear; readonly schoolDays: readonly number[] };

/** Two days before the autumn term, and the first or last day of three others: five in all, as is usual. */
function insetDaysOf(chance: Chance, terms: readonly DemoTerm[]): readonly SchoolDate[] {
  const [autumn, spring, summer] = terms;
  if (autumn === undefined || spring === undefined || summer === undefined) return [];
  const first = dayNumber(autumn.from);
  const second = weekdayOf(first) === 5 ? first + 3 : first + 1;
  const summerDays = chance.happens(0.5)
    ? [summer.from, summer.until]
    : [summer.until, dateFrom(dayNumber(summer.halfTerm?.until ?? summer.from) + 3)];
  return [autumn.from, dateFrom(second), spring.from, ...summerDays];
}

const closuresOf = (
  chance: Chance,
  terms: readonly DemoTerm[],
  today: number,
): DemoAcademicYear['closures'] => {
  const spring = terms[1];
  if (spring === undefined || !chance.happens(0.35)) return [];
  const monday = dayNumber(spring.from) + 8 - weekdayOf(dayNumber(spring.from)) + 7;
  const from = monday + chance.whole(0, 2);
  if (from > today) return [];
  return [
    {
      from: dateFrom(from),
      reopensOn: dateFrom(from + 1),
      reason: chance.pick(['Snow', 'No heating', 'Burst pipe']),
    },
  ];
};

function schoolDaysOf(year: DemoAcademicYear): readonly number[] {
  const closed = new Set<number>(year.insetDays.map(dayNumber));
  for (const closure of year.closures) {
    for (let day = dayNumber(closure.from); day < dayNumber(closure.reopensOn); day++) closed.add(day);
  }
  const days: number[] = [];
  for (const term of year.terms) {
    const [restFrom, restUntil] =
      term.halfTerm === null ? [1, 0] : [dayNumber(term.halfTerm.from), dayNumber(term.halfTerm.until)];
    for (let day = dayNumber(term.from); day <= dayNumber(term.until); day++) {
      const isHalfTerm = day >= restFrom && day <= restUntil;
      if (weekdayOf(day) <= 5 && !isHalfTerm && !closed.has(day) && !isBankHoliday(dateFrom(day)))
        days.push(day);
    }
  }
  return days;
}

/** Last year and this year of a school, with terms as is typical and INSET days and closures of its own. */
export function yearsFor(chance: Chance, today: SchoolDate): readonly YearOfDays[] {
  const thisYear = firstYearOf(academicYearOf(today));
  return [thisYear - 1, thisYear].map((firstYear) => {
    const name = academicYearFrom(firstYear);
    const { terms } = typicalYear(name);
    const year: DemoAcademicYear = {
      name,
      ...academicYearBounds(name),
      terms,
      insetDays: insetDaysOf(chance, terms),
      closures: closuresOf(chance, terms, dayNumber(today)),
    };
    return { year, schoolDays: schoolDaysOf(year) };
  });
}
