import { childOf, copyOf, element, elementsOf, replaceChild, type XmlElement, type XmlNode } from './xml.ts';

/** A piece of a paragraph: words, a content control, or a box to tick. `words` of a control is one mark. */
export type Inline = {
  words: string;
  /** The child of a run that holds the words; the control itself. */
  node: XmlElement;
  /** What `node` is a child of. */
  readonly parent: XmlElement;
  readonly kind: 'words' | 'control' | 'tick';
};

export const controlMark = '\uFFFC';
export const tickMark = '☐';
const ticked = '☒';
/** Boxes as fonts of signs draw them. */
const boxes: Readonly<Record<string, string>> = {
  F06F: tickMark,
  F071: tickMark,
  F0A8: tickMark,
  F0FE: ticked,
  F052: ticked,
};

const isUnderlined = (run: XmlElement): boolean => {
  const line = childOf(childOf(run, 'w:rPr'), 'w:u')?.attributes['w:val'];
  return line !== undefined && line !== 'none';
};

/** Spaces with a line under them are a blank to write on. */
const asBlank = (run: XmlElement, words: string): string =>
  isUnderlined(run) && /^[\s\u00A0]+$/.test(words) ? '_'.repeat(words.length) : words;

function wordsOf(node: XmlElement): string | null {
  switch (node.name) {
    case 'w:t':
      return node.children.filter((child) => typeof child === 'string').join('');
    case 'w:tab':
      return '\t';
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:sym':
      return boxes[(node.attributes['w:char'] ?? '').toUpperCase()] ?? null;
    default:
      return null;
  }
}

const isTickWords = (words: string): boolean => /^[☐☑☒□]$/.test(words);

const everyBox = /([☐☑☒□])/;

/** Boxes in the middle of words become pieces of their own. */
function splitBoxes(run: XmlElement): void {
  run.children = run.children.flatMap((node) => {
    const words = typeof node === 'string' || node.name !== 'w:t' ? '' : (wordsOf(node) ?? '');
    const parts = words.split(everyBox).filter((part) => part !== '');
    return parts.length < 2 ? [node] : parts.flatMap(textNodes);
  });
}

function ofRun(run: XmlElement): Inline[] {
  splitBoxes(run);
  return elementsOf(run).flatMap((node): Inline[] => {
    if (node.name === 'w:fldChar' && childOf(childOf(node, 'w:ffData'), 'w:checkBox') !== undefined)
      return [{ words: tickMark, node, parent: run, kind: 'tick' }];
    const words = wordsOf(node);
    if (words === null) return [];
    return node.name === 'w:sym' || isTickWords(words.trim())
      ? [{ words: asTick(words), node, parent: run, kind: 'tick' }]
      : [{ words: asBlank(run, words), node, parent: run, kind: 'words' }];
  });
}

/** A box with the space around it, as long as it was. */
const asTick = (words: string): string => words.replace(/[☐☑☒□]/, tickMark);

export const isTickControl = (sdt: XmlElement): boolean =>
  childOf(childOf(sdt, 'w:sdtPr'), 'w14:checkbox') !== undefined;

const passedThrough = new Set(['w:hyperlink', 'w:smartTag', 'w:fldSimple', 'w:customXml']);

/** The pieces of a paragraph in the order in which they are read. */
export function inlinesOf(paragraph: XmlElement): readonly Inline[] {
  return elementsOf(paragraph).flatMap((child): readonly Inline[] => {
    if (child.name === 'w:r') return ofRun(child);
    if (passedThrough.has(child.name)) return inlinesOf(child);
    if (child.name !== 'w:sdt') return [];
    return isTickControl(child)
      ? [{ words: tickMark, node: child, parent: paragraph, kind: 'tick' }]
      : [{ words: controlMark, node: child, parent: paragraph, kind: 'control' }];
  });
}

/** Words as a run holds them: a line break between lines. */
export const textNodes = (words: string): XmlElement[] =>
  words
    .split('\n')
    .flatMap((line, at) => [
      ...(at === 0 ? [] : [element('w:br')]),
      element('w:t', [line], { 'xml:space': 'preserve' }),
    ]);

/** Puts words in the place of a part of a paragraph, from right to left; what is not words there is left alone. */
export function replaceWords(
  inlines: readonly Inline[],
  { from, until }: { readonly from: number; readonly until: number },
  words: string,
): void {
  let at = 0;
  let isPut = false;
  for (const inline of inlines) {
    const { node, parent, words: held } = inline;
    const [start, end] = [at, at + held.length];
    at = end;
    if (inline.kind !== 'words' || end <= from || start >= until) continue;
    const before = held.slice(0, Math.max(0, from - start));
    const after = held.slice(Math.max(0, until - start));
    const now = `${before}${isPut ? '' : words}${after}`;
    isPut = true;
    const nodes = textNodes(now);
    replaceChild(parent, node, nodes);
    // What stands further left in the same piece is written next, and finds its words here.
    inline.node = nodes[0] ?? node;
    inline.words = now.split('\n')[0] ?? '';
  }
}

/** What a run looks like, without what makes a label stand out. */
export function plainLook(look: XmlElement | undefined): XmlNode[] {
  if (look === undefined) return [];
  const copy = copyOf(look);
  const loud = new Set([
    'w:b',
    'w:bCs',
    'w:caps',
    'w:smallCaps',
    'w:u',
    'w:color',
    'w:rStyle',
    'w:i',
    'w:iCs',
  ]);
  copy.children = elementsOf(copy).filter(({ name }) => !loud.has(name));
  return copy.children.length === 0 ? [] : [copy];
}

/** Adds words to the end of a paragraph, in the letters of what stands there. */
export function addWords(paragraph: XmlElement, words: string): void {
  const last = elementsOf(paragraph).findLast(({ name }) => name === 'w:r');
  paragraph.children.push(
    element('w:r', [...plainLook(last && childOf(last, 'w:rPr')), ...textNodes(words)]),
  );
}
