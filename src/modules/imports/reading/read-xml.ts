import { SaxesParser } from 'saxes';
import { FileRefused } from './file-refused.ts';
import { asNumber, limits } from './limits.ts';

/** What a reader of XML hears. Names come without prefix, as written. */
export type XmlListener = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>, depth: number) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string, depth: number) => void;
};

/** The name without its prefix. */
const bare = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** `1:23: unexpected close tag.` → a sentence. */
function wordsFor(problem: unknown): string {
  const detail = problem instanceof Error ? problem.message : '';
  const line = /^(?:[^:]*:)?(\d+):\d+:/.exec(detail)?.[1];
  if (/undefined entity/i.test(detail))
    return `The file uses an entity that XML does not know${line === undefined ? '' : ` (line ${line})`}. Export it again.`;
  return `The file is not sound XML${line === undefined ? '' : `: something is wrong in line ${line}`}. It may have been cut off; export it again.`;
}

/** Takes XML as it comes. Both throw `FileRefused`. */
export type XmlFeed = { readonly write: (piece: string) => void; readonly close: () => void };

function guarded(parse: () => void): void {
  try {
    parse();
  } catch (problem) {
    throw problem instanceof FileRefused ? problem : new FileRefused(wordsFor(problem));
  }
}

/**
 * A reader of XML that is fed piece by piece. Document types, and with them entities, are refused; so are deep
 * nesting and single pieces beyond the limits: memory is bounded by them, not by the file.
 */
export function feedXml(listener: XmlListener, mostDepth: number = limits.xmlDepth): XmlFeed {
  const parser = new SaxesParser({ xmlns: false, position: true });
  let depth = 0;
  let isHeard = false;
  let silence = 0;
  const heard = () => {
    isHeard = true;
  };
  parser.on('doctype', () => {
    throw new FileRefused(
      'This XML file declares a document type (DOCTYPE), which is not taken, as it can do harm.',
    );
  });
  parser.on('opentag', (tag) => {
    heard();
    depth += 1;
    if (depth > mostDepth)
      throw new FileRefused(`The file nests deeper than ${mostDepth} elements, which no school’s file does.`);
    listener.open(bare(tag.name), tag.attributes, depth);
  });
  parser.on('closetag', (tag) => {
    heard();
    listener.close(bare(tag.name), depth);
    depth -= 1;
  });
  parser.on('text', (text) => {
    heard();
    listener.text(text);
  });
  parser.on('cdata', listener.text);
  parser.on('comment', heard);
  return {
    write: (piece) =>
      guarded(() => {
        isHeard = false;
        parser.write(piece);
        silence = isHeard ? 0 : silence + piece.length;
        if (silence > limits.xmlPieceCharacters)
          throw new FileRefused(
            `The file has more than ${asNumber(limits.xmlPieceCharacters)} characters without an element, which no school’s file has.`,
          );
      }),
    close: () => guarded(() => void parser.close()),
  };
}

/** Reads a whole XML text given in pieces. Throws `FileRefused`. */
export function readXml(pieces: Iterable<string>, listener: XmlListener): void {
  const feed = feedXml(listener);
  for (const piece of pieces) feed.write(piece);
  feed.close();
}
