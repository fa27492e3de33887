import type { SchoolDate } from '#src/kernel/dates.ts';

/** The parts in a pupil's own words, in the order in which they are read. Strengths and needs are held elsewhere. */
export const summaryParts = ['matters', 'communicates', 'helps'] as const;
export type SummaryPart = (typeof summaryParts)[number];

export const partTitle: Readonly<Record<SummaryPart, string>> = {
  matters: 'What matters to me',
  communicates: 'How I communicate',
  helps: 'What helps me',
};

/** One version of what a pupil says of themselves. A later one takes its place; none is changed. */
export type Summary = Readonly<Record<SummaryPart, string | null>> & {
  readonly toldBy: string | null;
  readonly writtenOn: SchoolDate;
  /** Who wrote it down, as known at the school; null for the program itself. */
  readonly byName: string | null;
  readonly version: number;
};

/** The parts that nobody has written yet. */
export const unwritten = (summary: Summary | null): readonly SummaryPart[] =>
  summaryParts.filter((part) => (summary?.[part] ?? null) === null);
