import { isUtf8 } from 'node:buffer';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const SAMPLE = 4096;

/** Western text in UTF-16 has a zero in nearly every second byte: which second byte tells the order. */
function utf16ByPattern(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, SAMPLE);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index++) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = sample.length / 2;
  if (half < 2) return null;
  if (odd > half * 0.6 && even < half * 0.1) return 'utf-16le';
  return even > half * 0.6 && odd < half * 0.1 ? 'utf-16be' : null;
}

/** Tells how a text file is written: a byte order mark, the pattern of UTF-16, UTF-8 if it is sound, else Windows-1252. */
export function findEncoding(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return utf16ByPattern(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

/** The text of a file, without its byte order mark. Bytes that mean nothing become U+FFFD. */
export const decodeText = (bytes: Uint8Array): string => new TextDecoder(findEncoding(bytes)).decode(bytes);

const CHUNK = 32 * 1024;

/** The same text in pieces of at most 32 KB, for files too long to hold as one. */
export function* decodeInPieces(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder(findEncoding(bytes));
  for (let at = 0; at < bytes.length; at += CHUNK)
    yield decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
  yield decoder.decode();
}

/** The text of the first bytes, to tell what a file is. */
export const decodeHead = (bytes: Uint8Array, length: number): string =>
  new TextDecoder(findEncoding(bytes)).decode(bytes.subarray(0, length), { stream: true });
