import { createHash } from 'node:crypto';
import { readPostcode, readUln, readUpn } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { SchoolReadOptions } from '../queries/read-school-file.ts';
import type { ReadResult, TableFile } from '../reading/read-file.ts';
import { readInWorker } from '../reading/read-in-worker.ts';

export type Upload = {
  readonly options: SchoolReadOptions;
  readonly brought: { readonly read: ReadResult; readonly sha256: string } | null;
};

/** Reads a file that somebody chose, outside every transaction. */
export async function bring(subject: Upload, chosen: File): Promise<Upload> {
  const bytes = new Uint8Array(await chosen.arrayBuffer());
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { ...subject, brought: { read: await readInWorker(bytes, subject.options), sha256 } };
}

/** The table that was read, or why there is none. */
export function tableOf({ brought }: Upload): { table: TableFile; sha256: string } | { fault: string } {
  if (brought === null) return { fault: 'Select a file' };
  const { read, sha256 } = brought;
  if ('refused' in read) return { fault: read.refused };
  if (read.kind === 'ctf')
    return { fault: 'This is a common transfer file. Bring a CSV or Excel table here' };
  return { table: read, sha256 };
}

/** What reading rows needs besides them. */
export const contextOf = (tx: Tx) => ({
  today: tx.scope.today,
  checks: { upn: readUpn, uln: readUln, postcode: readPostcode },
});
