import type { PdfBlock, PdfDocument } from '#src/paper/pdf.ts';
import { type Face, type FaceBlock, linesOf } from './face.ts';
import { sizeToFit } from './fit-panels.ts';

/** Points of ordinary words in large print (UK Association for Accessible Formats: 16 to 18, and 18 where it can be). */
export const largePrintSize = 18;

export type FacePaper = { readonly footer: string; readonly isLarge: boolean };

/** A face as a document of its own. */
export const facePdf = (face: Face, { footer, isLarge }: FacePaper): PdfDocument => ({
  title: `${face.name}: ${face.pupilName}`,
  footer: face.isDraft ? `Draft · ${footer}` : footer,
  ...(isLarge ? { size: largePrintSize } : {}),
  blocks: facePdfBlocks(face),
});

/** A face as part of a document: it begins with a heading of the first level. */
export function facePdfBlocks(face: Face): readonly PdfBlock[] {
  const marks = [face.proposed, face.isDraft ? draftWords : null].filter((words) => words !== null);
  const callouts = marks.map((words): PdfBlock => ({ kind: 'callout', words }));
  if (face.layout === 'one_page') {
    const panels = face.blocks.map((block) => ({ heading: block.heading, items: itemsOf(block) }));
    return [
      ...callouts,
      {
        kind: 'panels',
        size: sizeToFit(panels, callouts.length),
        above: face.name,
        heading: face.pupilName,
        lead: face.lead,
        panels,
        below: `${face.mark} · ${face.schoolName}`,
      },
    ];
  }
  return [
    { kind: 'heading', level: 1, words: `${face.name}: ${face.pupilName}` },
    ...(face.lead === null ? [] : [{ kind: 'note' as const, words: face.lead }]),
    ...callouts,
    ...face.blocks.flatMap((block) => [
      { kind: 'heading' as const, level: 2 as const, words: block.heading },
      ...blocksOf(block),
    ]),
  ];
}

export const draftWords = 'Draft: not issued yet, and it may change.';
export const unwrittenWords = 'Nothing is written here yet.';
export const strategyColumns = ['What we do', 'Who', 'How often'] as const;

function blocksOf(block: FaceBlock): readonly PdfBlock[] {
  switch (block.kind) {
    case 'facts':
      return [{ kind: 'facts', rows: block.rows }];
    case 'words':
      return [
        block.words === null ? { kind: 'note', words: unwrittenWords } : { kind: 'text', words: block.words },
      ];
    case 'list':
      return [{ kind: 'list', items: block.items }];
    case 'lines':
      return [{ kind: 'lines', labels: block.labels }];
    case 'table':
      return [{ kind: 'table', columns: block.columns, rows: block.rows, widths: [3, 1, 2, 2] }];
    case 'targets':
      return block.targets.flatMap(({ title, facts, strategies }): readonly PdfBlock[] => [
        { kind: 'heading', level: 3, words: title },
        { kind: 'facts', rows: facts },
        ...(strategies.length === 0
          ? []
          : [{ kind: 'table' as const, columns: strategyColumns, rows: strategies, widths: [3, 1.4, 1.4] }]),
      ]);
  }
}

/** A part as the lines of one panel. */
export function itemsOf(block: FaceBlock): readonly string[] {
  switch (block.kind) {
    case 'facts':
      return block.rows.map(([name, value]) => `${name}: ${value}`);
    case 'words':
      return block.words === null ? [unwrittenWords] : linesOf(block.words);
    case 'list':
      return block.items;
    case 'lines':
      return block.labels;
    case 'table':
      return block.rows.map(([first = '']) => first);
    case 'targets':
      return block.targets.map(({ title }) => title);
  }
}
