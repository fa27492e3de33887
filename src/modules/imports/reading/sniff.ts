import { decodeHead } from './decode.ts';
import { FileRefused } from './file-refused.ts';
import { asNumber, limits } from './limits.ts';

export type FileFormat = 'ctf' | 'csv' | 'xlsx';

const SAVE_AS = 'Save it as an Excel workbook (.xlsx) or as CSV, and give that file.';

/** First bytes of files that are no table and no transfer file. */
const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [
    [0x25, 0x50, 0x44, 0x46],
    'This is a PDF, which holds no table. Export the report as Excel or CSV instead.',
  ],
  [[0x89, 0x50, 0x4e, 0x47], 'This is a picture, not a table. Export the report as Excel or CSV.'],
  [[0xff, 0xd8, 0xff], 'This is a picture, not a table. Export the report as Excel or CSV.'],
  [[0x47, 0x49, 0x46, 0x38], 'This is a picture, not a table. Export the report as Excel or CSV.'],
  [[0x1f, 0x8b], 'This is a packed file (gzip). Unpack it first and give the file inside.'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'This is a packed file (7z). Unpack it first and give the file inside.'],
  [[0x52, 0x61, 0x72, 0x21], 'This is a packed file (rar). Unpack it first and give the file inside.'],
  [
    [0x7b, 0x5c, 0x72, 0x74, 0x66],
    'This is a text document (RTF), not a table. Export the report as Excel or CSV.',
  ],
];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** A workbook with a password is wrapped in the format of old Office files. */
function refuseOldOffice(bytes: Uint8Array): never {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, 64 * 1024));
  if (text.includes('EncryptedPackage'))
    throw new FileRefused(`This workbook is protected by a password. Remove the password and save it again.`);
  throw new FileRefused(`This is a file of an old Office program (.xls or .doc). ${SAVE_AS}`);
}

/** Why an XML file with that root is not taken. */
export function refusalOfRoot(root: string): string {
  const name = root.replace(/^.*:/, '').toLowerCase();
  if (name === 'atfile')
    return 'This is an admissions transfer file (ATF). Give the common transfer file (CTF) of the pupils instead.';
  if (name === 'message')
    return 'This is a school census return. Export the pupils as a common transfer file (CTF) or as a table instead.';
  if (/repl|respon|acknowl|receipt|error/.test(name))
    return 'This is an answer to a transfer file, not the file itself. Give the file whose name has CTF in it.';
  if (name === 'html')
    return `This is a web page, although its name may end in .xls. Open it in Excel. ${SAVE_AS}`;
  if (name === 'workbook')
    return `This is an old XML form of an Excel workbook. Open it in Excel. ${SAVE_AS}`;
  return `This is an XML file, but not a common transfer file: its root is <${root.slice(0, 60)}> where <CTfile> is needed.`;
}

const REMARKS = /^(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)+/;

/** Text that begins with a tag is XML or HTML, never a table. */
function sniffMarkup(head: string): FileFormat {
  const body = head.replace(REMARKS, '');
  if (/^<!doctype\s+html/i.test(body)) throw new FileRefused(refusalOfRoot('html'));
  if (/^<!doctype/i.test(body))
    throw new FileRefused(
      'This XML file declares a document type (DOCTYPE), which is not taken, as it can do harm.',
    );
  const root = /^<([\p{L}_][\w.:-]*)/u.exec(body)?.[1];
  // A remark longer than the head hides the root: the reader of transfer files will see it.
  if (root === undefined && /^<[!?]/.test(body)) return 'ctf';
  if (root === undefined)
    throw new FileRefused('This looks like XML, but it is not whole. Export the file again.');
  if (root.replace(/^.*:/, '').toLowerCase() !== 'ctfile') throw new FileRefused(refusalOfRoot(root));
  return 'ctf';
}

const HEAD = 16 * 1024;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g;

function refuseBinary(head: string): void {
  const control = head.match(CONTROL)?.length ?? 0;
  const unreadable = head.match(/\uFFFD/g)?.length ?? 0;
  if (control > head.length * 0.005 || unreadable > head.length * 0.05)
    throw new FileRefused('This is not a text, Excel or transfer file. Export the report as Excel or CSV.');
}

/**
 * Tells what a file is by its bytes; its name is not trusted. Whether a zip is a workbook is for its reader
 * to see. Throws `FileRefused` for everything that is no transfer file, CSV or Excel workbook.
 */
export function sniff(bytes: Uint8Array): FileFormat {
  if (bytes.length > limits.fileBytes)
    throw new FileRefused(
      `The file is larger than ${asNumber(limits.fileBytes / 1024 / 1024)} MB. Split it, or export fewer columns.`,
    );
  if (startsWith(bytes, ZIP)) return 'xlsx';
  if (startsWith(bytes, EMPTY_ZIP)) throw new FileRefused('This is an empty zip file.');
  if (startsWith(bytes, OLE)) refuseOldOffice(bytes);
  for (const [signature, refusal] of SIGNATURES)
    if (startsWith(bytes, signature)) throw new FileRefused(refusal);
  const head = decodeHead(bytes, HEAD);
  if (head.trim() === '' && decodeHead(bytes, bytes.length).trim() === '')
    throw new FileRefused('The file is empty. Export it again, and look that the report has rows.');
  refuseBinary(head);
  if (/^\s*<[!?\p{L}]/u.test(head)) return sniffMarkup(head);
  if (/^\s*[{[]\s*["{[]/.test(head))
    throw new FileRefused('This is a JSON file. Export the report as Excel or CSV.');
  return 'csv';
}
