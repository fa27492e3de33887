import { elementsOf, has, isElement, type XmlElement, type XmlNode } from './xml.ts';

/** What was put in and stays, and what was taken out and goes. */
const kept = new Set(['w:ins', 'w:moveTo']);
const gone = new Set(['w:del', 'w:moveFrom']);
/** How something looked or where a change began: of no use once it is accepted. */
const marks =
  /^w:(rPrChange|pPrChange|tblPrChange|tcPrChange|trPrChange|sectPrChange|tblGridChange|numberingChange|moveFromRange(Start|End)|moveToRange(Start|End)|cellIns|cellDel|cellMerge)$/;

const isDeletedRow = (one: XmlElement): boolean =>
  one.name === 'w:tr' &&
  elementsOf(one).some(
    (child) => child.name === 'w:trPr' && elementsOf(child).some((mark) => gone.has(mark.name)),
  );

/** A paragraph whose mark was deleted and that holds nothing else. */
const isDeletedParagraph = (one: XmlElement): boolean =>
  one.name === 'w:p' &&
  !has(one, 'w:t', 'w:drawing', 'w:pict', 'w:object') &&
  elementsOf(one).some(
    (child) =>
      child.name === 'w:pPr' &&
      elementsOf(child).some(
        (look) => look.name === 'w:rPr' && elementsOf(look).some((mark) => gone.has(mark.name)),
      ),
  );

/** Accepts every tracked change under an element, as Word's own button does. Gives how many there were. */
export function acceptChanges(of: XmlElement): number {
  let changes = 0;
  const accepted = (node: XmlNode): XmlNode[] => {
    if (!isElement(node)) return [node];
    if (marks.test(node.name)) return [];
    if (gone.has(node.name) || isDeletedRow(node) || isDeletedParagraph(node)) {
      changes += 1;
      return [];
    }
    if (kept.has(node.name)) {
      changes += 1;
      return node.children.flatMap(accepted);
    }
    changes += acceptChanges(node);
    return [node];
  };
  of.children = of.children.flatMap(accepted);
  return changes;
}
