import {
  Footer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** The foot of each page: its words, and which page of how many it is. */
export const footer = (words: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({ children: [`${words} · page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });

export const bullet = (text: string): Paragraph => new Paragraph({ text, bullet: { level: 0 } });

/** `Authority: Northshire` */
export const fact = ([name, value]: readonly [string, string]): Paragraph =>
  new Paragraph({ children: [new TextRun({ text: `${name}: `, bold: true }), new TextRun(value)] });

/** What must not be missed. */
export const callout = (words: string): Paragraph =>
  new Paragraph({
    shading: { type: ShadingType.CLEAR, fill: 'FFF0CF' },
    children: [new TextRun({ text: words, bold: true })],
  });

/** A table as wide as the page, its head on each page that it goes on to, no row torn in two. */
export function tableOf(columns: readonly string[], rows: readonly (readonly string[])[]): Table {
  const cell = (text: string, bold: boolean) =>
    new TableCell({
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      children: [new Paragraph({ children: [new TextRun({ text, bold })] })],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: columns.map((text) => cell(text, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text) => cell(text, false)) })),
    ],
  });
}
