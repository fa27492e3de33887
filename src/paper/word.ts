import { Document, HeadingLevel, Packer, Paragraph, type Table, TextRun } from 'docx';
import type { PdfBlock, PdfDocument } from './pdf.ts';
import { bullet, callout, fact, footer, tableOf } from './word-parts.ts';

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** The same document as a Word file, for those who edit or sign it: real headings, lists and tables, in British English. */
export async function makeWord(given: PdfDocument): Promise<Uint8Array<ArrayBuffer>> {
  const long = 16838;
  const short = 11906;
  const document = new Document({
    title: given.title,
    styles: {
      default: {
        document: { run: { font: 'Arial', size: (given.size ?? 11) * 2, language: { value: 'en-GB' } } },
      },
    },
    sections: [
      {
        properties: {
          page: { size: given.landscape ? { width: long, height: short } : { width: short, height: long } },
        },
        footers: { default: footer(given.footer) },
        children: given.blocks.flatMap(partsOf),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const paragraph = (text: string, isQuiet = false) =>
  new Paragraph({ children: [new TextRun({ text, italics: isQuiet })], spacing: { after: 120 } });

function partsOf(block: PdfBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: levels[block.level],
          text: block.words,
          keepNext: true,
          spacing: { before: block.level === 1 ? 0 : 280, after: 100 },
        }),
      ];
    case 'text':
    case 'note':
      return block.words.split('\n').map((line) => paragraph(line, block.kind === 'note'));
    case 'list':
      return block.items.map(bullet);
    case 'facts':
      return block.rows.map(fact);
    case 'table':
      return [tableOf(block.columns, block.rows)];
    case 'callout':
      return [callout(block.words)];
    case 'lines':
      return block.labels.map((label) => paragraph(`${label}: ______________________________`));
    case 'panels':
      return block.panels.flatMap(({ heading, items }) => [
        new Paragraph({ heading: levels[2], text: heading }),
        ...items.map(bullet),
      ]);
    case 'newPage':
      return [new Paragraph({ pageBreakBefore: true, text: '' })];
    case 'bound':
      return [paragraph(block.title)];
    case 'contents':
      return [];
  }
}
