/** One piece of an archive: a name and its bytes. */
export type Entry = { readonly path: string; readonly bytes: Uint8Array };

const block = 512;
const largest = 256 * 1024 * 1024;
const empty = new Uint8Array(0);
const text = new TextEncoder();
const words = new TextDecoder();

/** What is read is no archive of ours, or not the whole of it. */
export class BrokenArchive extends Error {}

/** Splits a path at a slash into the header's two fields, of 155 and 100 bytes. */
function split(path: string): readonly [string, string] {
  if (text.encode(path).length <= 100) return ['', path];
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
    const [prefix, name] = [path.slice(0, at), path.slice(at + 1)];
    if (text.encode(name).length > 100) break;
    if (text.encode(prefix).length <= 155) return [prefix, name];
  }
  throw new BrokenArchive(`The path ${path} is too long for an archive`);
}

function headerOf(path: string, size: number): Uint8Array {
  const header = new Uint8Array(block);
  const put = (at: number, words: string) => header.set(text.encode(words), at);
  const [prefix, name] = split(path);
  put(0, name);
  put(100, '0000600\0');
  put(108, '0000000\0');
  put(116, '0000000\0');
  put(124, `${size.toString(8).padStart(11, '0')}\0`);
  put(136, '00000000000\0');
  put(156, '0');
  put(257, 'ustar\x0000');
  put(345, prefix);
  put(148, `${sumOf(header).toString(8).padStart(6, '0')}\0 `);
  return header;
}

/** The sum of a header's bytes, its own eight counted as spaces. */
function sumOf(header: Uint8Array): number {
  let sum = 8 * 32;
  for (const [at, byte] of header.entries()) if (at < 148 || at >= 156) sum += byte;
  return sum;
}

/** A tar archive (ustar) of the entries, in their order. */
export async function* writeTar(entries: AsyncIterable<Entry>): AsyncGenerator<Uint8Array> {
  for await (const { path, bytes } of entries) {
    yield headerOf(path, bytes.length);
    yield bytes;
    const rest = bytes.length % block;
    if (rest > 0) yield new Uint8Array(block - rest);
  }
  yield new Uint8Array(2 * block);
}

/** The entries of a tar archive, each whole in memory. Throws `BrokenArchive` when the archive ends before its end mark. */
export async function* readTar(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  const take = taker(pieces);
  while (true) {
    const header = await take(block);
    if (header.every((byte) => byte === 0)) return;
    const field = (at: number, length: number) =>
      words.decode(header.subarray(at, at + length)).split('\0')[0] ?? '';
    if (Number.parseInt(field(148, 8), 8) !== sumOf(header)) throw new BrokenArchive('a header is damaged');
    const size = Number.parseInt(field(124, 12), 8);
    if (!(size <= largest)) throw new BrokenArchive('an entry is too large');
    const [prefix, name] = [field(345, 155), field(0, 100)];
    const bytes = await take(size);
    await take((block - (size % block)) % block);
    yield { path: prefix === '' ? name : `${prefix}/${name}`, bytes };
  }
}

/** Takes exactly so many bytes from a stream of pieces of any size. */
function taker(pieces: AsyncIterable<Uint8Array>): (size: number) => Promise<Uint8Array> {
  const source = pieces[Symbol.asyncIterator]();
  let held: Uint8Array = empty;
  return async (size) => {
    const parts: Uint8Array[] = [];
    let missing = size;
    while (missing > 0) {
      if (held.length === 0) {
        const next = await source.next();
        if (next.done) throw new BrokenArchive('it ends before its end');
        held = next.value;
        continue;
      }
      const part = held.subarray(0, missing);
      parts.push(part);
      missing -= part.length;
      held = held.subarray(part.length);
    }
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
  };
}
