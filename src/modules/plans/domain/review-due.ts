import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import type { Term } from '#src/modules/school/index.ts';

/** Which of the reviews that stand before a school are meant. */
export const dueSpans = ['late', 'week', 'half', 'all'] as const;
export type DueSpan = (typeof dueSpans)[number];

export const dueSpanLabel: Readonly<Record<DueSpan, string>> = {
  late: 'Late',
  week: 'This week',
  half: 'This half term',
  all: 'All',
};

/** Without terms on record, half a term is so long. */
const usualHalfTermDays = 42;

/** The last day of the half term that a day lies in or, in a holiday, of the one that comes next. */
export function endOfHalfTerm(terms: readonly Term[], today: SchoolDate): SchoolDate {
  const ends = terms
    .flatMap(({ until, halfTerm }) => [...(halfTerm === null ? [] : [addDays(halfTerm.from, -1)]), until])
    .toSorted();
  return ends.find((end) => end >= today) ?? addDays(today, usualHalfTermDays);
}

/** The last review day that each span holds; null where it holds every one. */
export const lastDayOf = (
  span: DueSpan,
  { today, halfTermEnds }: { readonly today: SchoolDate; readonly halfTermEnds: SchoolDate },
): SchoolDate | null => {
  switch (span) {
    case 'late':
      return addDays(today, -1);
    case 'week':
      return addDays(today, 6);
    case 'half':
      return halfTermEnds;
    case 'all':
      return null;
  }
};

/** Of those who are due in a span, in their order. What is late is due in every span. */
export function dueIn<T extends { readonly reviewOn: SchoolDate }>(
  due: readonly T[],
  span: DueSpan,
  of: { readonly today: SchoolDate; readonly halfTermEnds: SchoolDate },
): readonly T[] {
  const last = lastDayOf(span, of);
  return last === null ? due : due.filter((one) => one.reviewOn <= last);
}
