import { unpackWithin } from '#src/modules/documents/index.ts';
import type { FormBlock, Place } from '../domain/place.ts';
import { acceptChanges } from './accept-changes.ts';
import { readBlocks } from './read-form.ts';
import type { Reading, Spot } from './reading.ts';
import { childOf, elementsOf, readXml, within, type XmlElement } from './xml.ts';

/** Longer is no form: a page is told by Word's own count, else by its words. */
const mostPages = 300;
const wordsOfPage = 500;
const mostPlaces = 600;
/** The text of a form of 300 pages has some 5 MB of marks around it. */
const mostXml = 25 * 1024 * 1024;

export type OpenForm = {
  /** Every file in it, as it came. */
  readonly entries: ReadonlyMap<string, Uint8Array>;
  /** The parts that were read, by the names of their files. */
  readonly trees: ReadonlyMap<string, XmlElement>;
  readonly spots: readonly Spot[];
  readonly blocks: readonly FormBlock[];
  /** What its reader should know: changes accepted, boxes of text left alone. */
  readonly notes: readonly string[];
};
type Opened = { readonly ok: true; readonly form: OpenForm } | { readonly ok: false; readonly why: string };

const refused = (why: string): Opened => ({ ok: false, why });
const decoder = new TextDecoder();

/** The places of an opened form. */
export const placesOf = ({ spots }: OpenForm): readonly Place[] => spots.map(({ place }) => place);

/** Opens a Word file and finds the places in it where facts may go; or says in a sentence why it is no form. */
export function openForm(bytes: Uint8Array): Opened {
  let entries: Map<string, Uint8Array>;
  try {
    entries = unpackWithin(bytes);
  } catch {
    return refused('The file cannot be unpacked within reason: it is broken, or packed to do harm.');
  }
  const body = entries.get('word/document.xml');
  if (body === undefined) return refused('This is not a Word file (.docx): it has no document in it.');
  if (body.length > mostXml) return refused('The form is too large. Give one of up to 300 pages.');
  const trees = new Map<string, XmlElement>();
  try {
    for (const name of namesOfParts([...entries.keys()]))
      trees.set(name, readXml(decoder.decode(entries.get(name))));
    const pages = pagesOf(entries, trees.get('word/document.xml'));
    return pages > mostPages
      ? refused(`The form has ${pages} pages. Give one of up to ${mostPages}.`)
      : { ok: true, form: readOpened(entries, trees) };
  } catch {
    return refused('The file is broken: Word’s own text in it cannot be read.');
  }
}

/** The body first, so that places are met in the order in which a person reads. */
const namesOfParts = (names: readonly string[]): readonly string[] => [
  'word/document.xml',
  ...names.filter((name) => /^word\/(header|footer)\d*\.xml$/.test(name)).sort(),
];

function readOpened(entries: OpenForm['entries'], trees: ReadonlyMap<string, XmlElement>): OpenForm {
  const spots: Spot[] = [];
  const blocks: FormBlock[] = [];
  const levels = levelsOf(entries);
  let [changes, boxes] = [0, 0];
  for (const [name, tree] of trees) {
    changes += acceptChanges(tree);
    boxes += within(tree, 'w:txbxContent').length;
    const isBody = name === 'word/document.xml';
    const reading: Reading = {
      part: isBody ? '' : `${name.slice('word/'.length, -'.xml'.length)}:`,
      spots,
      levelOf: (style) => levels.get(style) ?? null,
      blocks: readBlocks,
      heading: isBody ? '' : 'Head and foot of the page',
      paragraphs: 0,
      tables: 0,
      controls: 0,
      ticks: null,
    };
    const holder = isBody ? childOf(tree, 'w:body') : tree;
    const found =
      holder === undefined ? [] : readBlocks(holder, reading, { label: '', takesEnd: true, isInCell: false });
    if (isBody) blocks.push(...found);
    else if (spots.some(({ place }) => place.address.startsWith(reading.part))) blocks.push(...found);
  }
  return {
    entries,
    trees,
    blocks,
    spots: spots.slice(0, mostPlaces),
    notes: notesOf({ changes, boxes, places: spots.length }),
  };
}

type Found = { readonly changes: number; readonly boxes: number; readonly places: number };

const notesOf = ({ changes, boxes, places }: Found): readonly string[] => [
  ...(changes === 0
    ? []
    : [
        `It holds tracked changes (${changes}). It is read as if they were all accepted, and filled copies hold none. The original keeps them.`,
      ]),
  ...(boxes === 0
    ? []
    : ['Boxes of text that float on the page are left as they are: write in them by hand.']),
  ...(places <= mostPlaces ? [] : [`It has ${places} places: the first ${mostPlaces} are offered.`]),
];

/** Headings by the names of their styles, which a template may have under any id. */
function levelsOf(entries: OpenForm['entries']): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  const styles = entries.get('word/styles.xml');
  for (const level of [1, 2, 3, 4, 5]) levels.set(`Heading${level}`, level);
  if (styles === undefined) return levels.set('Title', 1);
  for (const style of elementsOf(readXml(decoder.decode(styles)))) {
    const name = childOf(style, 'w:name')?.attributes['w:val'] ?? '';
    const level = /^heading (\d)/i.exec(name)?.[1] ?? (/^title$/i.test(name) ? '1' : undefined);
    const id = style.attributes['w:styleId'];
    if (level !== undefined && id !== undefined) levels.set(id, Number(level));
  }
  return levels;
}

function pagesOf(entries: OpenForm['entries'], body: XmlElement | undefined): number {
  const told = decoder.decode(entries.get('docProps/app.xml')).match(/<Pages>(\d+)<\/Pages>/)?.[1];
  const words = (body === undefined ? [] : within(body, 'w:t'))
    .flatMap(({ children }) => children)
    .reduce((sum, text) => sum + String(text).split(/\s+/).length, 0);
  return Math.max(Number(told ?? 1), Math.ceil(words / wordsOfPage));
}
