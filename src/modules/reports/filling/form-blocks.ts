import type { PdfBlock } from '#src/paper/pdf.ts';
import type { FormBlock, FormPiece } from '../domain/place.ts';

const wordsOf = (pieces: readonly FormPiece[]): string =>
  pieces
    .map((piece) => (typeof piece === 'string' ? piece : ''))
    .join('')
    .trim();

const cellWords = (blocks: readonly FormBlock[]): string =>
  blocks
    .map((block) =>
      block.kind === 'table'
        ? block.rows.map((row) => row.map(({ blocks: inner }) => cellWords(inner)).join(': ')).join('\n')
        : wordsOf(block.pieces),
    )
    .filter((words) => words !== '')
    .join('\n');

/** A filled form on paper: its words in its order, without its look, which is the Word file's. */
export const paperOf = (blocks: readonly FormBlock[]): readonly PdfBlock[] =>
  blocks.flatMap((block): PdfBlock[] => {
    if (block.kind === 'table') return tableBlocks(block.rows);
    const words = wordsOf(block.pieces);
    if (words === '') return [];
    return block.kind === 'heading' ? [{ kind: 'heading', level: 2, words }] : [{ kind: 'text', words }];
  });

type Rows = Extract<FormBlock, { kind: 'table' }>['rows'];

/** Rows of the same number of cells are a table together; a row of another number begins the next. */
function tableBlocks(rows: Rows): PdfBlock[] {
  const parts: Rows[number][][] = [];
  for (const row of rows) {
    const last = parts.at(-1);
    if (last !== undefined && last[0]?.length === row.length) last.push(row);
    else parts.push([row]);
  }
  return parts.flatMap((part): PdfBlock[] => {
    const [first = [], ...rest] = part.map((row) => row.map(({ blocks }) => cellWords(blocks)));
    if (first.length === 1)
      return [first, ...rest]
        .flat()
        .flatMap((words): PdfBlock[] => (words === '' ? [] : [{ kind: 'text', words }]));
    if (first.length === 2)
      return [
        {
          kind: 'facts',
          rows: [first, ...rest].map(
            ([label = '', words = '']) => [label, words === '' ? '–' : words] as const,
          ),
        },
      ];
    return [{ kind: 'table', columns: first, rows: rest }];
  });
}
