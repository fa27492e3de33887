import { createHash, type Hash } from 'node:crypto';
import { Closing, closingPath, findDifference, format, Opening, openingPath, tally } from './contents.ts';
import { type Key, Unreadable, unseal } from './seal.ts';
import { BrokenArchive, type Entry, readTar } from './tar.ts';

export type Contents = { readonly opening: Opening } & Closing;

/** One piece of a table or of a document, on its way out of a backup. */
export type Piece = { readonly kind: 'tables' | 'files'; readonly name: string; readonly bytes: Uint8Array };

const notWhole = (why: string) => new Unreadable(`The backup is not whole: ${why}.`);

/**
 * Reads a backup from its beginning to its end, hands each piece on, and compares what passed by with what the backup
 * says of itself. Throws `Unreadable` with the reason when the two differ.
 */
export async function* walkBackup(path: string, key: Key): AsyncGenerator<Piece, Contents> {
  const counts = makeCounts();
  let opening: Opening | null = null;
  let closing: Closing | null = null;
  for await (const entry of entriesOf(path, key)) {
    if (opening === null) opening = readOpening(entry);
    else if (entry.path === closingPath) closing = Closing.parse(parse(entry));
    else {
      const piece = pieceOf(entry);
      counts.add(piece);
      yield piece;
    }
  }
  if (opening === null || closing === null) throw notWhole('its list of contents is missing');
  const difference = counts.compare(opening, closing);
  if (difference !== null) throw notWhole(difference);
  return { opening, ...closing };
}

/** Reads a backup to its end for the sake of its sums; as `walkBackup`, and nothing is handed on. */
export async function readBackup(path: string, key: Key): Promise<Contents> {
  const walk = walkBackup(path, key);
  let step = await walk.next();
  while (!step.done) step = await walk.next();
  return step.value;
}

async function* entriesOf(path: string, key: Key): AsyncGenerator<Entry> {
  try {
    yield* readTar(unseal(path, key));
  } catch (error) {
    throw error instanceof BrokenArchive ? notWhole(error.message) : error;
  }
}

const parse = ({ bytes }: Entry): unknown => JSON.parse(Buffer.from(bytes).toString());

function readOpening(entry: Entry): Opening {
  if (entry.path !== openingPath) throw new Unreadable('This is not a backup of Sendero.');
  const said = parse(entry);
  const number = Reflect.get(Object(said), 'format');
  if (typeof number === 'number' && number > format)
    throw new Unreadable('This backup was made by a newer Sendero. Update this one first.');
  return Opening.parse(said);
}

/** A name that leads nowhere but below the folder that it is written to. */
const isPlain = (name: string) =>
  name !== '' &&
  name.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !part.includes('\\'));

function pieceOf({ path, bytes }: Entry): Piece {
  const [kind = '', ...rest] = path.split('/');
  const name = rest.slice(0, -1).join('/');
  if ((kind !== 'tables' && kind !== 'files') || !isPlain(name))
    throw notWhole(`${path} does not belong in it`);
  return { kind, name, bytes };
}

/** Sums up what passes by. */
function makeCounts() {
  const tables = new Map<string, ReturnType<typeof tally>>();
  const files = new Map<string, { readonly sum: Hash; bytes: number }>();
  const table = (name: string) => {
    const counted = tables.get(name) ?? tally();
    tables.set(name, counted);
    return counted;
  };
  return {
    add: ({ kind, name, bytes }: Piece) => {
      if (kind === 'tables') return table(name).add(bytes);
      const file = files.get(name) ?? { sum: createHash('sha256'), bytes: 0 };
      file.sum.update(bytes);
      file.bytes += bytes.length;
      files.set(name, file);
    },
    /** The first difference from what should have passed by, in words, or null. */
    compare: (opening: Opening, closing: Closing): string | null => {
      for (const { name } of opening.tables) table(name);
      return (
        findDifference(
          closing.tables,
          [...tables].map(([name, counted]) => ({ name, ...counted.end() })),
        ) ??
        findDifference(
          closing.files.map(({ path: name, bytes: rows, sha256 }) => ({ name, rows, sha256 })),
          [...files].map(([name, { sum, bytes }]) => ({ name, rows: bytes, sha256: sum.digest('hex') })),
        )
      );
    },
  };
}
