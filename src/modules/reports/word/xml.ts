import { SaxesParser } from 'saxes';

/** An element of a Word file, as it was written: names with their prefixes, nothing resolved. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Record<string, string>;
  children: XmlNode[];
};
export type XmlNode = XmlElement | string;

/** Deeper is no form, and would exhaust whoever walks it. */
const deepest = 250;

/** The root of a part of a Word file. Throws on a document type, on too deep a nesting and on what is no XML. */
export function readXml(text: string): XmlElement {
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  const parser = new SaxesParser();
  const add = (words: string) => {
    open.at(-1)?.children.push(words);
  };
  parser.on('doctype', () => {
    throw new Error('a document type is never read');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes: { ...attributes }, children: [] };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
    if (open.length > deepest) throw new Error('nested too deeply');
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(text).close();
  if (root === undefined) throw new Error('no element');
  return root;
}

const inText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const inAttribute = (text: string): string =>
  inText(text)
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (one) => `&#${one.charCodeAt(0)};`);

function written(node: XmlNode): string {
  if (typeof node === 'string') return inText(node);
  const head = [
    node.name,
    ...Object.entries(node.attributes).map(([name, value]) => `${name}="${inAttribute(value)}"`),
  ].join(' ');
  return node.children.length === 0
    ? `<${head}/>`
    : `<${head}>${node.children.map(written).join('')}</${node.name}>`;
}

/** A part as Word reads it. */
export const writeXml = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${written(root)}`;

export const element = (
  name: string,
  children: XmlNode[] = [],
  attributes: Record<string, string> = {},
): XmlElement => ({ name, attributes, children });

export const isElement = (node: XmlNode | undefined): node is XmlElement =>
  node !== undefined && typeof node !== 'string';

export const elementsOf = (of: XmlElement): readonly XmlElement[] => of.children.filter(isElement);

/** The first child of this name. */
export const childOf = (of: XmlElement | undefined, name: string): XmlElement | undefined =>
  of?.children.filter(isElement).find((child) => child.name === name);

/** Every element of this name within, in order, however deep. */
export function within(of: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(of).flatMap((child) => [...(child.name === name ? [child] : []), ...within(child, name)]);
}

export const has = (of: XmlElement, ...names: readonly string[]): boolean =>
  elementsOf(of).some((child) => names.includes(child.name) || has(child, ...names));

export const copyOf = (of: XmlElement): XmlElement => ({
  name: of.name,
  attributes: { ...of.attributes },
  children: of.children.map((child) => (typeof child === 'string' ? child : copyOf(child))),
});

/** Puts nodes in the place of a child. */
export function replaceChild(of: XmlElement, child: XmlNode, by: readonly XmlNode[]): void {
  of.children = of.children.flatMap((one) => (one === child ? by : [one]));
}
