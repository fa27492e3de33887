import { Unzip, UnzipInflate } from 'fflate';

/** What an office file may unpack to: beyond it is no letter but a bomb. */
const mostUnpacked = 60 * 1024 * 1024;
const mostEntries = 2000;

/**
 * The files within an office file, by name, those alone that are wanted. Unpacks piece by piece and stops while it grows,
 * whatever the file says of its sizes. Throws when it cannot be unpacked within bounds.
 */
export function unpackWithin(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean = () => true,
): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array[]>();
  let [size, entries] = [0, 0];
  const unzip = new Unzip((file) => {
    entries += 1;
    if (entries > mostEntries) throw new Error('too many entries');
    if (!isWanted(file.name)) return;
    const pieces: Uint8Array[] = [];
    found.set(file.name, pieces);
    file.ondata = (problem, piece) => {
      if (problem !== null) throw problem;
      size += piece.length;
      if (size > mostUnpacked) throw new Error('unpacks to too much');
      pieces.push(piece);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  // Small, as a piece may grow a thousandfold before it is counted.
  const step = 4096;
  for (let from = 0; from < bytes.length; from += step)
    unzip.push(bytes.subarray(from, from + step), from + step >= bytes.length);
  return new Map([...found].map(([name, pieces]) => [name, new Uint8Array(Buffer.concat(pieces))]));
}
