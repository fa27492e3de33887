import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The way of writing: raised when an older program could not read what is written. */
export const format = 1;

/** The first entry of a backup: what it is, before anything is read. */
export const Opening = z.object({
  sendero: z.literal('backup'),
  format: z.number().int(),
  madeAt: z.iso.datetime(),
  postgres: z.string(),
  migrations: z.array(z.string()),
  /** Tells one secret from another, and nothing about it. */
  secretMark: z.string(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), order: z.string() })),
});
export type Opening = z.output<typeof Opening>;

const Sum = z.object({ name: z.string(), rows: z.number().int(), sha256: z.string() });
export type Sum = z.output<typeof Sum>;
const FileSum = z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string() });
export type FileSum = z.output<typeof FileSum>;
/** What was asked to happen and had not happened yet. */
export const QueuedJob = z.object({ name: z.string(), data: z.record(z.string(), z.unknown()).nullable() });
export type QueuedJob = z.output<typeof QueuedJob>;

/** The last entry: what must have been read. A backup without it is not whole. */
export const Closing = z.object({
  tables: z.array(Sum),
  files: z.array(FileSum),
  jobs: z.array(QueuedJob),
});
export type Closing = z.output<typeof Closing>;

export const openingPath = 'sendero.json';
export const closingPath = 'contents.json';

/** Counts rows and sums their bytes while they pass by. */
export function tally() {
  const sum = createHash('sha256');
  let rows = 0;
  return {
    add: (piece: Uint8Array) => {
      sum.update(piece);
      // In COPY's text a line feed inside a value is written as two letters: each one here ends a row.
      for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) rows += 1;
    },
    end: () => ({ rows, sha256: sum.digest('hex') }),
  };
}

/** The first difference between what should be there and what is, in words; null when there is none. */
export function findDifference(due: readonly Sum[], found: readonly Sum[]): string | null {
  const byName = new Map(found.map((sum) => [sum.name, sum]));
  for (const sum of due) {
    const other = byName.get(sum.name);
    if (other === undefined) return `${sum.name} is missing`;
    if (other.rows !== sum.rows) return `${sum.name} has ${other.rows} rows and should have ${sum.rows}`;
    if (other.sha256 !== sum.sha256) return `${sum.name} has other values than it should have`;
  }
  return found.length > due.length ? 'there are tables that should not be there' : null;
}
