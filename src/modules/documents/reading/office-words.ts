import { SaxesParser } from 'saxes';
import { unpackWithin } from './unpack.ts';

/** Where the words stand, in the order in which they are read. */
const parts = {
  docx: [/^word\/document\.xml$/, /^word\/(header|footer|footnotes|endnotes)\d*\.xml$/],
  odt: [/^content\.xml$/],
  xlsx: [/^xl\/sharedStrings\.xml$/],
} as const;

/** The end of these is the end of a line. */
const lines = new Set(['w:p', 'w:tr', 'w:br', 'text:p', 'text:h', 'si']);
/** The words inside these are words of the document; all of them where a format marks none. */
const spoken = { docx: 'w:t', odt: null, xlsx: 't' } as const;

type Office = keyof typeof parts;

/** The words of a Word, OpenDocument or Excel file. Throws when it cannot be read within bounds. */
export function officeWords(bytes: Uint8Array, format: Office, mostCharacters: number): string {
  const wanted = parts[format];
  const found = unpackWithin(bytes, (name) => wanted.some((pattern) => pattern.test(name)));
  const names = wanted.flatMap((pattern) => [...found.keys()].filter((name) => pattern.test(name)).sort());
  if (names.length === 0) throw new Error('no words where they should be');
  const decoder = new TextDecoder();
  let words = '';
  for (const name of names) {
    if (words.length < mostCharacters) words += xmlWords(decoder.decode(found.get(name)), spoken[format]);
  }
  return words.slice(0, mostCharacters);
}

function xmlWords(xml: string, within: string | null): string {
  let words = '';
  let depth = 0;
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw new Error('a document type is never read');
  });
  parser.on('opentag', ({ name }) => {
    if (name === within) depth += 1;
    if (name === 'w:tab' || name === 'text:tab' || name === 'text:s') words += ' ';
  });
  parser.on('closetag', ({ name }) => {
    if (name === within) depth -= 1;
    if (lines.has(name)) words += '\n';
  });
  parser.on('text', (text) => {
    if (within === null || depth > 0) words += text;
  });
  parser.write(xml).close();
  return words;
}
