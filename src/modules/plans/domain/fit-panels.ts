/** A panel of a page: a heading, and lines that stand one below the other. */
export type Panel = { readonly heading: string; readonly items: readonly string[] };

/** Of A4 with the margins of the program's paper, in points. */
const width = 493;
const height = 734;
/** What a framed remark above the panels takes. */
const remark = 52;
/** As shares of the size of the letters, measured on pages that were laid out; a little more than the mean, as words wrap early. */
const [letter, line, item, inset, gutter] = [0.53, 1.32, 0.25, 1, 0.7];
const headerLines = 9;

const [largest, smallest, step] = [16, 9, 0.5];

/**
 * The largest letters, in points, with which panels in two columns fill no more than one side of A4; 9 where even those
 * take more. An estimate from the number of letters: laying each page out several times would be slow.
 */
export function sizeToFit(panels: readonly Panel[], remarks: number): number {
  for (let size = largest; size > smallest; size -= step) {
    if (heightOf(panels, size) <= height - remarks * remark) return size;
  }
  return smallest;
}

function heightOf(panels: readonly Panel[], size: number): number {
  let sum = headerLines * size + line * size;
  for (let at = 0; at < panels.length; at += 2) {
    const [left, right] = [panels[at], panels[at + 1]];
    const wide = (width - gutter * size) / (right === undefined ? 1 : 2) - 2 * inset * size;
    sum += Math.max(...[left, right].map((one) => panelHeight(one, wide, size))) + gutter * size;
  }
  return sum;
}

function panelHeight(panel: Panel | undefined, wide: number, size: number): number {
  if (panel === undefined) return 0;
  const rows = (words: string, scale: number, indent: number) =>
    Math.max(1, Math.ceil((words.length * letter * scale * size) / (wide - indent * size)));
  const heading = rows(panel.heading, 1.2, 0) * line * 1.12 * size + 0.7 * size;
  const items = panel.items.map((words) => rows(words, 1, 1) * line * size + item * size);
  return 2 * inset * size + heading + items.reduce((sum, one) => sum + one, 0);
}
