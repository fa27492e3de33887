/** An element of an XML file without its attributes: name in lower case, text trimmed, children in order. */
export type XmlNode = { readonly name: string; readonly text: string; readonly children: readonly XmlNode[] };

/** The first child with that name (in lower case), or null. */
export const findChild = (node: XmlNode | null, name: string): XmlNode | null => {
  for (const child of node?.children ?? []) if (child.name === name) return child;
  return null;
};

export const listChildren = (node: XmlNode | null, name: string): readonly XmlNode[] =>
  node === null ? [] : node.children.filter((child) => child.name === name);

/** The text of a child: undefined without the child, null when it is empty. */
export function textOf(node: XmlNode | null, name: string): string | null | undefined {
  const child = findChild(node, name);
  if (child === null) return undefined;
  return child.text === '' ? null : child.text;
}
