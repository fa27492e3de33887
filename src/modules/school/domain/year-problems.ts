import { plain, type SchoolDate } from '#src/kernel/dates.ts';
import { academicYearBounds } from './academic-year.ts';
import { type Closure, type Days, isWithin, type Term } from './school-calendar.ts';

/** What can be wrong with the dates of an academic year; a page puts each into words. */
export type YearProblem =
  | 'no_terms'
  | 'term_ends_before_it_starts'
  | 'term_outside_year'
  | 'terms_overlap'
  | 'half_term_ends_before_it_starts'
  | 'half_term_outside_term'
  | 'inset_outside_term'
  | 'inset_in_half_term'
  | 'inset_at_weekend'
  | 'inset_on_bank_holiday'
  | 'inset_twice'
  | 'closure_reopens_too_early'
  | 'closure_outside_year';

/** `about`: the term's name, or the first day of what is wrong. */
export type FoundProblem = { readonly problem: YearProblem; readonly about: string };

export type YearGiven = {
  /** `2026/27` */
  readonly academicYear: string;
  readonly terms: readonly Term[];
  readonly insetDays: readonly SchoolDate[];
  readonly closures: readonly Closure[];
  readonly bankHolidays: readonly SchoolDate[];
};

const lies = (inner: Days, outer: Days): boolean =>
  isWithin(outer, inner.from) && isWithin(outer, inner.until);

function halfTermProblem(term: Term): YearProblem | null {
  if (term.halfTerm === null) return null;
  if (term.halfTerm.until < term.halfTerm.from) return 'half_term_ends_before_it_starts';
  return lies(term.halfTerm, term) ? null : 'half_term_outside_term';
}

function termProblem(term: Term, year: Days): YearProblem | null {
  if (term.until < term.from) return 'term_ends_before_it_starts';
  if (!lies(term, year)) return 'term_outside_year';
  return halfTermProblem(term);
}

function overlapProblems(terms: readonly Term[]): readonly FoundProblem[] {
  const inOrder = terms.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return inOrder.flatMap((term, index) => {
    const before = inOrder[index - 1];
    const isOverlap = before !== undefined && term.from <= before.until;
    return isOverlap ? [{ problem: 'terms_overlap' as const, about: term.name }] : [];
  });
}

function insetProblem(day: SchoolDate, given: YearGiven): YearProblem | null {
  const term = given.terms.find((each) => isWithin(each, day));
  if (term === undefined) return 'inset_outside_term';
  if (plain(day).dayOfWeek > 5) return 'inset_at_weekend';
  if (given.bankHolidays.includes(day)) return 'inset_on_bank_holiday';
  if (term.halfTerm !== null && isWithin(term.halfTerm, day)) return 'inset_in_half_term';
  return given.insetDays.filter((each) => each === day).length > 1 ? 'inset_twice' : null;
}

function closureProblem(closure: Closure, year: Days): YearProblem | null {
  if (closure.reopensOn <= closure.from) return 'closure_reopens_too_early';
  return isWithin(year, closure.from) ? null : 'closure_outside_year';
}

const named = (problem: YearProblem | null, about: string): readonly FoundProblem[] =>
  problem === null ? [] : [{ problem, about }];

/**
 * Everything that is wrong with the dates given for an academic year, terms first; at most one problem a term,
 * an INSET day or a closure, besides overlaps. An empty list: they may be kept.
 */
export function yearProblems(given: YearGiven): readonly FoundProblem[] {
  const year = academicYearBounds(given.academicYear);
  return [
    ...named(given.terms.length === 0 ? 'no_terms' : null, given.academicYear),
    ...given.terms.flatMap((term) => named(termProblem(term, year), term.name)),
    ...overlapProblems(given.terms),
    ...[...new Set(given.insetDays)].flatMap((day) => named(insetProblem(day, given), day)),
    ...given.closures.flatMap((closure) => named(closureProblem(closure, year), closure.from)),
  ];
}
