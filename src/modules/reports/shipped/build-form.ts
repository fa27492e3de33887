import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { footer } from '#src/paper/word-parts.ts';
import type { FormDesign, FormPart } from './form-design.ts';

const paragraph = (words: string, bold = false) =>
  new Paragraph({ children: [new TextRun({ text: words, bold })] });

const cell = (words: string, share: number, isLabel: boolean) =>
  new TableCell({
    width: { size: share, type: WidthType.PERCENTAGE },
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    ...(isLabel ? { shading: { type: ShadingType.CLEAR, fill: 'F1EEE6' } } : {}),
    children: [paragraph(words, isLabel)],
  });

const tableOf = (rows: readonly TableRow[]) =>
  new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [...rows] });
const space = () => new Paragraph({ spacing: { after: 120 }, children: [] });

function partsOf(part: FormPart): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          text: part.words,
          keepNext: true,
          spacing: { before: 240, after: 80 },
        }),
      ];
    case 'text':
      return [paragraph(part.words)];
    case 'fields':
      return [
        tableOf(
          part.asked.map(
            ([label]) =>
              new TableRow({ cantSplit: true, children: [cell(label, 34, true), cell('', 66, false)] }),
          ),
        ),
        space(),
      ];
    case 'question':
      return [
        tableOf([
          new TableRow({ children: [cell(part.asked[0], 100, true)] }),
          new TableRow({ height: { value: 700, rule: 'atLeast' }, children: [cell('', 100, false)] }),
        ]),
        space(),
      ];
    case 'rows': {
      const share = 100 / part.asked.length;
      return [
        tableOf([
          new TableRow({
            tableHeader: true,
            children: part.asked.map(([label]) => cell(label, share, true)),
          }),
          ...Array.from(
            { length: part.count },
            () => new TableRow({ cantSplit: true, children: part.asked.map(() => cell('', share, false)) }),
          ),
        ]),
        space(),
      ];
    }
    case 'ticks':
      return [paragraph(`${part.asked[0]}: ${part.options.map((option) => `☐ ${option}`).join('   ')}`)];
  }
}

/** A form of ours as a Word file: real headings, tables with labels beside and above their room, boxes to tick. */
export async function buildForm({ title, lead, parts }: FormDesign): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title,
    styles: { default: { document: { run: { font: 'Arial', size: 22, language: { value: 'en-GB' } } } } },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 } } },
        footers: { default: footer(`${title} · Confidential`) },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: title, spacing: { after: 120 } }),
          paragraph(lead),
          ...parts.flatMap(partsOf),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
