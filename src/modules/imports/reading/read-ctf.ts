import type { XmlNode } from '../domain/xml-node.ts';
import { FileRefused } from './file-refused.ts';
import { asNumber, limits } from './limits.ts';
import { readXml } from './read-xml.ts';
import { refusalOfRoot } from './sniff.ts';

type Growing = { readonly name: string; text: string; readonly children: Growing[] };

/** Parts that are not read: they would only take memory. */
const SKIPPED = new Set(['stageassessments', 'nawdetails', 'attendsessions', 'attendancemarks']);

export type CtfListener = {
  readonly header: (header: XmlNode) => void;
  /** Called once a pupil, in the order of the file; the node may be dropped afterwards. */
  readonly pupil: (pupil: XmlNode) => void;
};

/** Names in lower case, made once each: a file has few of them and very many elements. */
const lowerNames = new Map<string, string>();
function lowerOf(name: string): string {
  const known = lowerNames.get(name);
  if (known !== undefined) return known;
  const lower = name.toLowerCase();
  if (lowerNames.size < 1000) lowerNames.set(name, lower);
  return lower;
}

/**
 * A text of its own. A part of a longer text keeps the whole of it in memory: without this, every name would hold the
 * 32 KB of file around it. Parts of up to twelve characters are copied by the engine itself.
 */
const ownText = (text: string): string => (text.length < 13 ? text : Buffer.from(text).toString());

/** Builds small trees, one a `Header` or `Pupil`, and hands each over when it is whole. */
function treeBuilder({ header, pupil }: CtfListener) {
  const path: Growing[] = [];
  let skippedFrom: number | null = null;
  let elements = 0;
  let pupils = 0;
  const handOver = (done: Growing): void => {
    if (done.name === 'header') header(done);
    else {
      pupils += 1;
      if (pupils > limits.rows)
        throw new FileRefused(`The file has more than ${asNumber(limits.rows)} pupils.`);
      pupil(done);
    }
  };
  return {
    open(name: string, depth: number): void {
      const lower = lowerOf(name);
      if (depth === 1 && lower !== 'ctfile') throw new FileRefused(refusalOfRoot(name));
      if (skippedFrom !== null) return;
      const isRoot = path.length === 0;
      if (isRoot && lower !== 'header' && lower !== 'pupil') return;
      if (SKIPPED.has(lower)) {
        skippedFrom = depth;
        return;
      }
      if (isRoot) elements = 0;
      elements += 1;
      if (elements > limits.pupilElements)
        throw new FileRefused(
          `A pupil of the file has more than ${asNumber(limits.pupilElements)} elements.`,
        );
      const node: Growing = { name: lower, text: '', children: [] };
      path.at(-1)?.children.push(node);
      path.push(node);
    },
    text(text: string): void {
      const node = path.at(-1);
      if (node !== undefined && skippedFrom === null) node.text += text;
    },
    close(depth: number): void {
      if (skippedFrom !== null) {
        if (depth === skippedFrom) skippedFrom = null;
        return;
      }
      const done = path.pop();
      if (done === undefined) return;
      done.text = ownText(done.text.trim().slice(0, limits.cellCharacters));
      if (path.length === 0) handOver(done);
    },
  };
}

/**
 * Reads a common transfer file piece by piece: pupils come one at a time, so that memory does not grow with the
 * file. Throws `FileRefused` for another root, a document type, unsound XML or more than the limits.
 */
export function readCtf(pieces: Iterable<string>, listener: CtfListener): void {
  const tree = treeBuilder(listener);
  readXml(pieces, {
    open: (name, _, depth) => tree.open(name, depth),
    text: tree.text,
    close: (_, depth) => tree.close(depth),
  });
}
