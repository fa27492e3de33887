import type { FormBlock } from '../domain/place.ts';
import { fillParagraph } from './fill-parts.ts';
import { inlinesOf } from './inlines.ts';
import { add, addControl, readParagraph } from './read-paragraph.ts';
import { readTable } from './read-table.ts';
import { cleanLabel, type Reading, type Within } from './reading.ts';
import { childOf, elementsOf, has, type XmlElement } from './xml.ts';

const isEmptyParagraph = (one: XmlElement | undefined): boolean =>
  one?.name === 'w:p' &&
  !has(one, 'w:drawing', 'w:pict', 'w:object', 'w:sectPr') &&
  inlinesOf(one)
    .map(({ words }) => words)
    .join('')
    .trim() === '';

/** Paragraphs and tables in order, through what only holds them. */
function blocksIn(holder: XmlElement): { block: XmlElement; holder: XmlElement }[] {
  return elementsOf(holder).flatMap((child) => {
    const content = child.name === 'w:sdt' ? childOf(child, 'w:sdtContent') : undefined;
    const isWrapper = content !== undefined && (has(content, 'w:sdt', 'w:tbl') || isContents(child));
    if (content !== undefined && isWrapper) return blocksIn(content);
    if (child.name === 'w:customXml') return blocksIn(child);
    return ['w:p', 'w:tbl', 'w:sdt'].includes(child.name) ? [{ block: child, holder }] : [];
  });
}

const isContents = (sdt: XmlElement): boolean =>
  childOf(childOf(sdt, 'w:sdtPr'), 'w:docPartObj') !== undefined;

/** The blocks of a body or a cell, with the places in them. */
export function readBlocks(holder: XmlElement, of: Reading, around: Within): FormBlock[] {
  const found = blocksIn(holder);
  of.ticks = null;
  let said = around.label;
  return found.flatMap(({ block, holder: inside }, at): FormBlock[] => {
    const [before, next] = [found[at - 1]?.block, found[at + 1]?.block];
    if (block.name === 'w:tbl') {
      if (around.isInCell) of.heading = said || of.heading;
      return [readTable(block, of, around.isInCell ? said : '')];
    }
    if (block.name === 'w:sdt') return [{ kind: 'text', pieces: [addControl(of, block, said)] }];
    if (isEmptyParagraph(block)) return readEmpty({ block, inside, before, said }, of, around);
    const { kind, words, pieces } = readText({ block, next, said }, of, around);
    said = cleanLabel(words) || said;
    return [{ kind, pieces }];
  });
}

type Text = { readonly block: XmlElement; readonly next: XmlElement | undefined; readonly said: string };

function readText({ block, next, said }: Text, of: Reading, around: Within) {
  const level = around.isInCell ? null : headingLevel(block, of);
  const isAnswered = level !== null || isEmptyParagraph(next) || next?.name === 'w:sdt';
  const read = readParagraph(block, of, { label: said, takesEnd: around.takesEnd && !isAnswered });
  if (level !== null) of.heading = cleanLabel(read.words) || of.heading;
  return { ...read, kind: level === null ? ('text' as const) : ('heading' as const) };
}

/** Whether an empty paragraph is room for an answer to what stands above it. */
function isAsked(before: XmlElement | undefined, of: Reading, { isInCell, takesEnd }: Within): boolean {
  if (before?.name !== 'w:p' || isEmptyParagraph(before)) return false;
  const words = inlinesOf(before)
    .map((one) => one.words)
    .join('')
    .trim();
  if (/[☐\uFFFC{}«]|_{3,}/.test(words)) return false;
  if (isInCell) return takesEnd;
  return /[:?]$/.test(words) || headingLevel(before, of) !== null;
}

type Below = {
  readonly block: XmlElement;
  readonly inside: XmlElement;
  readonly before: XmlElement | undefined;
  readonly said: string;
};

/** An empty paragraph: room for an answer, or only space. */
function readEmpty({ block, inside, before, said }: Below, of: Reading, around: Within): FormBlock[] {
  of.paragraphs += 1;
  if (!isAsked(before, of, around)) return [];
  const address = `${of.part}below:${of.paragraphs}`;
  add(of, { address, kind: 'below', label: said }, (values) => {
    fillParagraph(inside, block, values, before);
    return null;
  });
  return [{ kind: 'text', pieces: [{ address }] }];
}

/** The level of a heading: by its style, or 3 for a short line in bold; null for what is none. */
function headingLevel(paragraph: XmlElement, of: Reading): number | null {
  const look = childOf(paragraph, 'w:pPr');
  const style = childOf(look, 'w:pStyle')?.attributes['w:val'];
  const level = style === undefined ? null : of.levelOf(style);
  if (level !== null) return level;
  const runs = elementsOf(paragraph).filter((run) => run.name === 'w:r' && has(run, 'w:t'));
  const isBold = (run: XmlElement) => {
    const bold = childOf(childOf(run, 'w:rPr'), 'w:b');
    return bold !== undefined && !['0', 'false'].includes(bold.attributes['w:val'] ?? '');
  };
  const words = inlinesOf(paragraph)
    .map((one) => one.words)
    .join('');
  return runs.length > 0 && runs.every(isBold) && words.length <= 100 && !/[:_☐\uFFFC{]/.test(words)
    ? 3
    : null;
}
