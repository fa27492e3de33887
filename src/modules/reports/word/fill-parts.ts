import { plainLook, textNodes } from './inlines.ts';
import { childOf, copyOf, element, elementsOf, replaceChild, type XmlElement, type XmlNode } from './xml.ts';

/** How words look in a paragraph that has none yet: as its own mark says, else as the words beside it. */
const lookOf = (paragraph: XmlElement | undefined, beside: XmlElement | undefined): XmlNode[] => {
  const mark = childOf(paragraph && childOf(paragraph, 'w:pPr'), 'w:rPr');
  if (mark !== undefined && mark.children.length > 0) return [copyOf(mark)];
  const run = beside && firstRun(beside);
  return plainLook(run && childOf(run, 'w:rPr'));
};

function firstRun(of: XmlElement): XmlElement | undefined {
  for (const child of elementsOf(of)) {
    const found = child.name === 'w:r' ? child : firstRun(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A paragraph of the same make as another, with other words. */
function paragraphLike(like: XmlElement | undefined, look: readonly XmlNode[], words: string): XmlElement {
  const make = like && childOf(like, 'w:pPr');
  const copies = look.map((node) => (typeof node === 'string' ? node : copyOf(node)));
  return element('w:p', [
    ...(make === undefined ? [] : [copyOf(make)]),
    element('w:r', [...copies, ...textNodes(words)]),
  ]);
}

/** Each line of some values is a paragraph of its own. */
const linesOf = (values: readonly string[]): readonly string[] =>
  values.flatMap((value) => value.split('\n')).filter((line) => line.trim() !== '');

/** Writes values into what holds only an empty paragraph: a cell, or the content of a control. */
export function fillHolder(holder: XmlElement, values: readonly string[], beside?: XmlElement): void {
  const old = elementsOf(holder).filter(({ name }) => name === 'w:p');
  const [first] = old;
  const look = lookOf(first, beside);
  const made = linesOf(values).map((line) => paragraphLike(first, look, line));
  const rest = holder.children.filter((child) => typeof child === 'string' || !old.includes(child));
  holder.children = [...rest, ...made];
}

/** Writes values into an empty paragraph, the first line there and each further one under it. */
export function fillParagraph(
  holder: XmlElement,
  paragraph: XmlElement,
  values: readonly string[],
  beside?: XmlElement,
): void {
  const look = lookOf(paragraph, beside);
  const made = linesOf(values).map((line) => paragraphLike(paragraph, look, line));
  holder.children = holder.children.flatMap((child) => (child === paragraph ? made : [child]));
}

/** Writes values into a content control: no placeholder any more, and no tie to data that would overwrite them. */
export function fillControl(sdt: XmlElement, values: readonly string[]): void {
  const [settings, content] = [childOf(sdt, 'w:sdtPr'), childOf(sdt, 'w:sdtContent')];
  if (settings !== undefined)
    settings.children = elementsOf(settings).filter(
      ({ name }) => !['w:showingPlcHdr', 'w:dataBinding', 'w15:dataBinding'].includes(name),
    );
  if (content === undefined) return;
  const holder = childOf(content, 'w:tc') ?? (childOf(content, 'w:p') === undefined ? undefined : content);
  if (holder !== undefined) {
    fillHolder(holder, values);
    return;
  }
  const run = firstRun(content);
  const look = plainLook(run && childOf(run, 'w:rPr'));
  content.children = [element('w:r', [...look, ...textNodes(linesOf(values).join('\n'))])];
}

/** Ticks a box, or takes the tick away, whichever of Word's ways it was made in. */
export function setTick(node: XmlElement, parent: XmlElement, isTicked: boolean): void {
  const sign = isTicked ? '☒' : '☐';
  if (node.name === 'w:sdt') {
    setState(childOf(childOf(node, 'w:sdtPr'), 'w14:checkbox'), 'w14:', isTicked);
    setSign(childOf(node, 'w:sdtContent'), sign);
  } else if (node.name === 'w:fldChar') {
    setState(childOf(childOf(node, 'w:ffData'), 'w:checkBox'), 'w:', isTicked);
  } else {
    const words = node.name === 'w:sym' ? sign : textOf(node).replace(/[☐☑☒□]/, sign);
    replaceChild(parent, node, textNodes(words));
  }
}

function setState(box: XmlElement | undefined, prefix: 'w:' | 'w14:', isTicked: boolean): void {
  if (box === undefined) return;
  const name = `${prefix}checked`;
  const state = element(name, [], { [`${prefix}val`]: isTicked ? '1' : '0' });
  const rest = elementsOf(box).filter((child) => child.name !== name);
  // Word 2010's box wants its state first, the older one last.
  box.children = prefix === 'w14:' ? [state, ...rest] : [...rest, state];
}

const textOf = (node: XmlElement): string =>
  node.children.filter((child) => typeof child === 'string').join('');

function setSign(of: XmlElement | undefined, sign: string): void {
  if (of === undefined) return;
  for (const child of elementsOf(of)) {
    if (child.name === 'w:t') child.children = [sign];
    else if (child.name === 'w:sym') {
      of.children = of.children.map((one) => (one === child ? element('w:t', [sign]) : one));
    } else setSign(child, sign);
  }
}
