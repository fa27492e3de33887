import type { RawRow } from './raw-row.ts';

/**
 * The rows of a table that was copied in Word or Excel and pasted as text: cells between tabs, a cell with lines of its
 * own in quotation marks as Excel writes it. A line without a tab goes on with the last cell of the line above, as Word
 * leaves it. Null where there is no tab, and so no table.
 */
export function readPasted(text: string): readonly RawRow[] | null {
  const unified = text.replace(/\r\n?/g, '\n').replaceAll('\0', '');
  if (!unified.includes('\t')) return null;
  const rows: string[][] = [];
  for (const line of linesOf(unified)) {
    const cells = line.split('\t').map(unquoted);
    const above = rows.at(-1);
    const last = above?.at(-1);
    if (cells.length === 1 && above !== undefined && last !== undefined && above.length > 1) {
      if (cells[0] !== '') above[above.length - 1] = `${last}\n${cells[0]}`;
    } else rows.push(cells);
  }
  return rows
    .map((cells, at) => ({ number: at + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

/** Lines of the text, save for ends of lines within quotation marks that open a cell. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  let [line, isQuoted] = ['', false];
  for (const piece of text.split(/(?<=\n)/)) {
    line += piece;
    isQuoted = isOpen(line);
    if (isQuoted && line.length < 20_000) continue;
    lines.push(line.replace(/\n$/, ''));
    line = '';
  }
  return line === '' ? lines : [...lines, line];
}

/** Whether the last cell began with a quotation mark that nothing has closed yet. */
function isOpen(line: string): boolean {
  const cell = line.slice(line.lastIndexOf('\t') + 1);
  return cell.startsWith('"') && (cell.match(/"/g)?.length ?? 0) % 2 === 1;
}

const unquoted = (cell: string): string => {
  const bare = cell.trim();
  return /^"[\s\S]*"$/.test(bare) && bare.length > 1 ? bare.slice(1, -1).replaceAll('""', '"') : bare;
};
