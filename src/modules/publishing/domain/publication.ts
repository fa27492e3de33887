import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import { type Approval, fundingSources, type WorkedDocument, wordsOf } from './document.ts';
import { documentKinds, kindsOfDocument } from './document-kinds.ts';
import type { PlacedText } from './pupil-words.ts';
import { ReportTable } from './report-tables.ts';

/** What is published, and nothing else: no field of it can hold a pupil. Unknown fields do not parse. */
export const PublishedContent = z.strictObject({
  schoolName: z.string(),
  kind: z.enum(documentKinds),
  firstYear: z.number(),
  reviewOn: SchoolDate.nullable(),
  spansYears: z.boolean(),
  parts: z.array(z.strictObject({ part: z.string(), title: z.string(), words: z.string() })),
  lines: z.array(
    z.strictObject({
      part: z.string(),
      activity: z.string(),
      pence: z.number().int(),
      source: z.enum(fundingSources),
    }),
  ),
  /** Of a governors' report: its figures as they were. */
  tables: z.array(ReportTable).default([]),
  approvals: z.array(z.strictObject({ givenBy: z.enum(['head', 'governors']), approvedOn: SchoolDate })),
});
export type PublishedContent = z.output<typeof PublishedContent>;

export type Publication = {
  readonly publicationId: string;
  readonly number: number;
  readonly documentVersion: number;
  readonly publishedOn: SchoolDate;
  readonly withdrawnOn: SchoolDate | null;
  readonly withdrawnWhy: string | null;
  readonly content: PublishedContent;
};

/** A document as it would be published now: parts in their order, those without words left out. */
export function contentOf(
  document: WorkedDocument,
  schoolName: string,
  { approvals, tables }: { readonly approvals: readonly Approval[]; readonly tables: readonly ReportTable[] },
): PublishedContent {
  const { kind, firstYear, reviewOn, spansYears, lines } = document;
  return {
    schoolName,
    kind,
    firstYear,
    reviewOn,
    spansYears,
    parts: kindsOfDocument[kind].parts
      .map(({ part, title }) => ({ part, title, words: wordsOf(document, part) }))
      .filter(({ words }) => words !== ''),
    lines: lines.map(({ part, activity, pence, source }) => ({ part, activity, pence, source })),
    tables: [...tables],
    approvals: approvals.map(({ givenBy, approvedOn }) => ({ givenBy, approvedOn })),
  };
}

/** Every text of it that somebody typed, with its place: what the search for pupils reads. */
export const textsOf = ({ parts, lines, tables }: PublishedContent): readonly PlacedText[] => [
  ...parts.map(({ title, words }) => ({ place: title, words })),
  ...lines.map(({ activity }) => ({ place: 'Budget', words: activity })),
  // The heads of rows: themes and names of provision are typed too.
  ...tables.flatMap(({ title, rows }) => rows.map(([head = '']) => ({ place: title, words: head }))),
];

/** The parts in which two versions differ, in the order of the document. */
export function changedParts(
  before: PublishedContent | null,
  after: PublishedContent,
): readonly { readonly about: string; readonly before: string; readonly after: string }[] {
  const wordsIn = (content: PublishedContent | null, part: string) =>
    content?.parts.find((one) => one.part === part)?.words ?? '';
  return kindsOfDocument[after.kind].parts
    .map(({ part, title }) => ({ about: title, before: wordsIn(before, part), after: wordsIn(after, part) }))
    .filter((one) => one.before !== one.after);
}
