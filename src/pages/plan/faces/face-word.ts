import { Document, HeadingLevel, Packer, Paragraph, type Table } from 'docx';
import {
  draftWords,
  type Face,
  type FaceBlock,
  itemsOf,
  linesOf,
  strategyColumns,
  unwrittenWords,
} from '#src/modules/plans/index.ts';
import { bullet, callout, fact, footer as foot, tableOf } from '#src/paper/word-parts.ts';

type Sizes = { readonly words: number; readonly one: number; readonly two: number; readonly three: number };
/** In half points, as Word counts. */
const sizes = {
  usual: { words: 23, one: 40, two: 30, three: 25 },
  large: { words: 36, one: 52, two: 44, three: 38 },
};

const font = 'Arial';
const ink = '073F3D';

/** A face as a Word file: real headings, real lists, tables with a head, in British English. */
export async function faceWord(
  face: Face,
  { footer, isLarge }: { readonly footer: string; readonly isLarge: boolean },
): Promise<Uint8Array<ArrayBuffer>> {
  const title = `${face.name}: ${face.pupilName}`;
  const document = new Document({
    title,
    creator: face.schoolName,
    subject: face.mark,
    styles: stylesOf(isLarge ? sizes.large : sizes.usual),
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 } } },
        footers: { default: foot(face.isDraft ? `Draft · ${footer}` : footer) },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: title }),
          ...(face.lead === null ? [] : [new Paragraph({ text: face.lead })]),
          ...[face.proposed, face.isDraft ? draftWords : null].flatMap((words) =>
            words === null ? [] : [callout(words)],
          ),
          ...face.blocks.flatMap((block) => [
            new Paragraph({ heading: HeadingLevel.HEADING_2, text: block.heading, keepNext: true }),
            ...(face.layout === 'one_page' ? itemsOf(block).map(bullet) : bodyOf(block)),
          ]),
          ...(face.layout === 'one_page'
            ? [new Paragraph({ text: `${face.mark} · ${face.schoolName}` })]
            : []),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const stylesOf = ({ words, one, two, three }: Sizes) => {
  const heading = (size: number, before: number) => ({
    run: { font, size, bold: true, color: ink },
    paragraph: { spacing: { before, after: 100 } },
  });
  return {
    default: {
      document: {
        run: { font, size: words, language: { value: 'en-GB' } },
        paragraph: { spacing: { after: 120, line: 288 } },
      },
      heading1: heading(one, 0),
      heading2: heading(two, 320),
      heading3: heading(three, 240),
    },
  };
};

function bodyOf(block: FaceBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'facts':
      return block.rows.map(fact);
    case 'words':
      return (block.words === null ? [unwrittenWords] : linesOf(block.words)).map(
        (text) => new Paragraph({ text }),
      );
    case 'list':
      return block.items.map(bullet);
    case 'lines':
      return block.labels.map(
        (label) =>
          new Paragraph({
            text: `${label}: ______________________________  Date: ______________`,
            spacing: { before: 240 },
          }),
      );
    case 'table':
      return [tableOf(block.columns, block.rows)];
    case 'targets':
      return block.targets.flatMap(({ title, facts, strategies }) => [
        new Paragraph({ heading: HeadingLevel.HEADING_3, text: title, keepNext: true }),
        ...facts.map(fact),
        ...(strategies.length === 0 ? [] : [tableOf(strategyColumns, strategies)]),
      ]);
  }
}
