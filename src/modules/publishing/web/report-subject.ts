import { z } from 'zod';
import type { PdfDocument } from '#src/paper/pdf.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { blocksOf } from '../domain/blocks.ts';
import { kindsOfDocument } from '../domain/document-kinds.ts';
import { publicFacts } from '../domain/public-facts.ts';
import type { Publication } from '../domain/publication.ts';
import { tablesIn } from '../domain/report-tables.ts';
import { findReport } from '../queries/list-reports.ts';

export const OfReport = z.object({ number: z.coerce.number().int().min(1).max(10_000) });
export const noPupil = {
  none: 'A report to governors: figures of the school with small numbers hidden, no pupil',
};

/** A report that governors may read; null where there is none, and where it was taken back. */
export async function loadReport(tx: Tx, number: number): Promise<Publication | null> {
  const report = await findReport(tx, number);
  return report === null || report.withdrawnOn !== null ? null : report;
}

export const reportTitle = ({ content: { kind, schoolName } }: Publication): string =>
  `${kindsOfDocument[kind].title} of ${schoolName}`;

/** A report laid out for paper. */
export const reportOnPaper = (report: Publication): PdfDocument => ({
  title: reportTitle(report),
  footer: `${report.content.schoolName} · report ${report.number} to the governors · not public`,
  blocks: [
    { kind: 'heading', level: 1, words: reportTitle(report) },
    { kind: 'text', words: publicFacts(report) },
    ...report.content.parts.flatMap(({ part, title, words }) => [
      { kind: 'heading' as const, level: 2 as const, words: title },
      ...blocksOf(words),
      ...tablesIn(report.content.tables, part).flatMap((table) => [
        { kind: 'heading' as const, level: 3 as const, words: table.title },
        { kind: 'table' as const, columns: table.columns, rows: table.rows },
        ...(table.note === null ? [] : [{ kind: 'note' as const, words: table.note }]),
      ]),
    ]),
  ],
});

export const reportFile = ({ number, content }: Publication, ending: string): string =>
  `governors-report-${content.firstYear}-${number}.${ending}`;
