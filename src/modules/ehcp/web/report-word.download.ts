import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import type { PdfBlock } from '#src/paper/pdf.ts';
import { download } from '#src/platform/http/download.ts';
import { OfReview, ofPupil } from './review-of.ts';
import { loadReport, type ReportOfReview, reportBlocks, reportPdf } from './review-report.ts';

/** The report of a review as a Word file, for an authority that wants it so or to be put on paper of the school's own. */
export default download({
  path: '/annual-reviews/:reviewId/report.docx',
  params: OfReview,
  may: 'plan.issue',
  about: ofPupil,
  load: ({ tx, params }) => loadReport(tx, params.reviewId),
  send: async (report) => ({
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: new Uint8Array(await Packer.toBuffer(wordOf(report))),
    fileName: 'review-report.docx',
  }),
});

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

const wordOf = (report: ReportOfReview): Document =>
  new Document({
    title: reportPdf(report).title,
    creator: report.schoolName,
    styles: { default: { document: { run: { size: 22, language: { value: 'en-GB' } } } } },
    sections: [{ children: reportBlocks(report).flatMap(paragraphsOf) }],
  });

const lines = (words: string): Paragraph[] =>
  words.split('\n').map((text) => new Paragraph({ text, spacing: { after: 120 } }));

const tableOf = (rows: readonly (readonly string[])[], hasHead: boolean): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          tableHeader: hasHead && at === 0,
          children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })),
        }),
    ),
  });

function paragraphsOf(block: PdfBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: block.words, heading: headings[block.level] })];
    case 'text':
    case 'note':
    case 'callout':
      return lines(block.words);
    case 'facts':
      return [tableOf(block.rows, false)];
    case 'table':
      return [tableOf([block.columns, ...block.rows], true)];
    default:
      return [];
  }
}
