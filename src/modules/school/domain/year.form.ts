import type { SchoolDate } from '#src/kernel/dates.ts';
import { date, form, optionalDate, text, type Values, version } from '#src/kernel/form.ts';
import type { Days, Term } from './school-calendar.ts';
import type { FoundProblem, YearProblem } from './year-problems.ts';

const first = (term: string) =>
  date({
    label: `${term} term: first day`,
    missing: `Enter the first day of the ${term.toLowerCase()} term`,
  });
const last = (term: string) =>
  date({ label: `${term} term: last day`, missing: `Enter the last day of the ${term.toLowerCase()} term` });
const halfFirst = (term: string) => optionalDate({ label: `${term} half term: first day off` });
const halfLast = (term: string) => optionalDate({ label: `${term} half term: last day off` });

const termFields = {
  autumnFrom: first('Autumn'),
  autumnHalfFrom: halfFirst('Autumn'),
  autumnHalfUntil: halfLast('Autumn'),
  autumnUntil: last('Autumn'),
  springFrom: first('Spring'),
  springHalfFrom: halfFirst('Spring'),
  springHalfUntil: halfLast('Spring'),
  springUntil: last('Spring'),
  summerFrom: first('Summer'),
  summerHalfFrom: halfFirst('Summer'),
  summerHalfUntil: halfLast('Summer'),
  summerUntil: last('Summer'),
};
type TermField = keyof typeof termFields;

export const newYearForm = form({
  name: text({ label: 'Academic year', max: 7, kind: 'hidden' }),
  ...termFields,
});
export const termsForm = form({ ...termFields, version: version() });
type TermDates = Omit<Values<typeof termsForm>, 'version'>;

/** The three terms of an English school year, each with the fields of its dates. */
export const termParts = [
  {
    name: 'Autumn',
    from: 'autumnFrom',
    halfFrom: 'autumnHalfFrom',
    halfUntil: 'autumnHalfUntil',
    until: 'autumnUntil',
  },
  {
    name: 'Spring',
    from: 'springFrom',
    halfFrom: 'springHalfFrom',
    halfUntil: 'springHalfUntil',
    until: 'springUntil',
  },
  {
    name: 'Summer',
    from: 'summerFrom',
    halfFrom: 'summerHalfFrom',
    halfUntil: 'summerHalfUntil',
    until: 'summerUntil',
  },
] as const;
type TermPart = (typeof termParts)[number];

/** The terms that were typed, and what is wrong before any rule of the year: half of a half term. */
export function termsGiven(dates: TermDates): { terms: Term[]; errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const terms = termParts.map((part): Term => {
    const halfTerm = halfTermOf(dates[part.halfFrom], dates[part.halfUntil]);
    if (halfTerm === 'half') {
      const missing = dates[part.halfFrom] === undefined ? part.halfFrom : part.halfUntil;
      errors[missing] = `Enter both days of the ${part.name.toLowerCase()} half term, or neither`;
    }
    return {
      name: part.name,
      from: dates[part.from],
      until: dates[part.until],
      halfTerm: halfTerm === 'half' ? null : halfTerm,
    };
  });
  return { terms, errors };
}

const halfTermOf = (from: SchoolDate | undefined, until: SchoolDate | undefined): Days | null | 'half' => {
  if (from === undefined && until === undefined) return null;
  return from === undefined || until === undefined ? 'half' : { from, until };
};

/** The dates of terms by field, for a form to show. */
export const datesByField = (terms: readonly Term[]): Partial<Record<TermField, SchoolDate>> =>
  Object.fromEntries(
    termParts.flatMap((part) => {
      const term = terms.find((one) => one.name === part.name);
      if (term === undefined) return [];
      const { halfTerm } = term;
      return [
        [part.from, term.from],
        [part.until, term.until],
        ...(halfTerm === null
          ? []
          : [
              [part.halfFrom, halfTerm.from],
              [part.halfUntil, halfTerm.until],
            ]),
      ];
    }),
  );

/** Each problem in words, without its subject. */
const words: Record<YearProblem, string> = {
  no_terms: 'A year needs its terms',
  term_ends_before_it_starts: 'The term must end after it starts',
  term_outside_year: 'The term must lie between 1 September and 31 August of the year',
  terms_overlap: 'The term must start after the one before has ended',
  half_term_ends_before_it_starts: 'Half term must end on or after the day it starts',
  half_term_outside_term: 'Half term must lie within the term',
  inset_outside_term: 'An INSET day must lie within a term',
  inset_in_half_term: 'An INSET day cannot lie in half term',
  inset_at_weekend: 'An INSET day cannot be a Saturday or Sunday',
  inset_on_bank_holiday: 'An INSET day cannot be a bank holiday',
  inset_twice: 'This INSET day is given twice',
  closure_reopens_too_early: 'A closure must reopen after it starts',
  closure_outside_year: 'A closure must lie within the year',
};

const fieldOf = (problem: YearProblem, part: TermPart): TermField => {
  if (problem === 'term_ends_before_it_starts') return part.until;
  if (problem === 'half_term_ends_before_it_starts') return part.halfUntil;
  return problem === 'half_term_outside_term' ? part.halfFrom : part.from;
};

/** Each problem at the field that it is about; what no field of the terms can mend stands over the form. */
export function termErrors(problems: readonly FoundProblem[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { problem, about } of problems) {
    const part = termParts.find((one) => one.name === about);
    const field = part === undefined ? 'form' : fieldOf(problem, part);
    errors[field] ??=
      part === undefined ? `${words[problem]}: ${about}` : `${part.name}: ${lower(words[problem])}`;
  }
  return errors;
}

const lower = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);

const insetDay = (number: number) => optionalDate({ label: `INSET day ${number}` });

/** Five are usual; a trust may add some. */
export const insetDaysForm = form({
  day1: insetDay(1),
  day2: insetDay(2),
  day3: insetDay(3),
  day4: insetDay(4),
  day5: insetDay(5),
  day6: insetDay(6),
  day7: insetDay(7),
  day8: insetDay(8),
  day9: insetDay(9),
  day10: insetDay(10),
  version: version(),
});
export const insetFields = [
  'day1',
  'day2',
  'day3',
  'day4',
  'day5',
  'day6',
  'day7',
  'day8',
  'day9',
  'day10',
] as const;

/** Each problem at the box that holds its day. */
export function insetErrors(
  problems: readonly FoundProblem[],
  given: Values<typeof insetDaysForm>,
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { problem, about } of problems) {
    const field = insetFields.findLast((name) => given[name] === about) ?? 'form';
    errors[field] ??= words[problem];
  }
  return errors;
}

export const closureForm = form({
  fromOn: date({ label: 'First day closed', missing: 'Enter the first day closed' }),
  reopensOn: date({ label: 'Opens again on', missing: 'Enter the day on which the school opens again' }),
  reason: text({
    label: 'Reason',
    hint: 'Such as snow, or no heating',
    max: 200,
    missing: 'Enter the reason',
  }),
});
