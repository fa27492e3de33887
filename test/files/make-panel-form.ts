import {
  CheckBox,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

const line = (text = ''): Paragraph => new Paragraph({ children: [new TextRun(text)] });
const heading = (text: string): Paragraph => new Paragraph({ heading: HeadingLevel.HEADING_1, text });
const cell = (inside: string | Table | readonly (Paragraph | Table)[], columnSpan = 1): TableCell =>
  new TableCell({
    columnSpan,
    width: { size: 2400 * columnSpan, type: WidthType.DXA },
    shading: { fill: typeof inside === 'string' && inside !== '' ? 'E8E2D5' : 'FFFFFF' },
    // Word wants a paragraph behind a table in a cell.
    children:
      typeof inside === 'string' ? [line(inside)] : inside instanceof Table ? [inside, line()] : [...inside],
  });
const table = (...rows: readonly (readonly TableCell[])[]): Table =>
  new Table({ rows: rows.map((cells) => new TableRow({ children: [...cells] })) });
const asked = (...labels: readonly string[]): Table =>
  table(...labels.map((label) => [cell(label), cell('')]));
const boxes = (label: string): Paragraph =>
  new Paragraph({
    children: [
      new TextRun(`${label} `),
      new CheckBox({ checked: false }),
      new TextRun(' Yes '),
      new CheckBox({ checked: false }),
      new TextRun(' No'),
    ],
  });

/** A panel's form as an authority might write it in Word: tables within tables, merged cells, boxes, rows to repeat. */
export const makePanelForm = async (): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      title: 'Harebell high needs panel',
      sections: [
        {
          properties: { page: { size: { width: 16838, height: 11906 } } },
          children: [
            heading('Harebell high needs panel'),
            table(
              [cell([line('Part one: child and setting')], 2)],
              [
                cell([line('The child'), asked('Name of child', 'DOB', 'NC year'), line()]),
                cell([line('The setting'), asked('Name of school', 'SENCo', 'URN'), line()]),
              ],
              [cell('Main area of need'), cell('')],
            ),
            boxes('English as an additional language?'),
            heading('Costed provision'),
            table(
              ['No', 'Provision', 'Led by', 'Yearly cost'].map((label) => cell(label)),
              ['1', '', '', ''].map((label) => cell(label)),
              ['2', '', '', ''].map((label) => cell(label)),
            ),
            asked('Total cost for the year', 'Amount above £6,000'),
            heading('What you ask for'),
            asked('Band applied for', 'Annual amount'),
            table([cell([line('What difference will the money make, and how?')], 2)], [cell('', 2)]),
            heading('Voices'),
            table([cell([line('What does the child say?')], 2)], [cell('', 2)]),
            asked('Panel reference'),
          ],
        },
      ],
    }),
  );
