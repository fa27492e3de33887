import { createHash } from 'node:crypto';
import type { ImportId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Program } from '#src/platform/program.ts';
import { type ImportReport, importReport } from '../domain/import-report.ts';
import type { KeptImport } from '../domain/kept-import.ts';
import { findImport } from '../queries/find-import.ts';
import type { CtfFile, TableFile } from '../reading/read-file.ts';
import { beginCommit } from './commit-import.ts';
import { layFile } from './lay-file.ts';
import { factsOfFile, takeIn } from './take-in.ts';

/** `dry-run`: what would change. `review`: kept for a person to look at. `commit`: taken in at once. */
export const importModes = ['dry-run', 'review', 'commit'] as const;
export type ImportMode = (typeof importModes)[number];

type File = { readonly fileName: string; readonly bytes: Uint8Array; readonly read: CtfFile | TableFile };
export type Brought = {
  readonly importId: ImportId | null;
  readonly state: KeptImport['state'] | null;
  readonly report: ImportReport;
};

/** Does with a file that was read what its sender asks; a commit goes on as a job, for whoever brought the file. */
export async function bringFile(
  tx: Tx,
  program: Pick<Program, 'jobs'>,
  { file, mode }: { readonly file: File; readonly mode: ImportMode },
): Promise<Brought> {
  const { read, fileName, bytes } = file;
  const { problems } = read.incoming;
  if (mode === 'dry-run') {
    const { counts, rows } = await layFile(tx, read.incoming, factsOfFile(read, tx.scope.today));
    const waiting = rows.flatMap((row) => (row.why === null ? [] : [`${row.title}: ${row.why}`]));
    return { importId: null, state: null, report: importReport(counts, problems, waiting) };
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const importId = await takeIn(tx, { fileName, sha256, read, isReviewed: mode === 'commit' });
  const kept = await findImport(tx, importId);
  if (kept === null) throw new Error('What was taken in is there');
  const report = importReport(kept.counts, problems, []);
  if (mode === 'review') return { importId, state: kept.state, report };
  const { schoolId, personId } = tx.scope.actor;
  if (personId === null) throw new Error('A file is brought by somebody');
  const begun = await beginCommit(tx, kept);
  if (!begun.ok) throw new Error('A new import waits for its commit');
  await program.jobs.send(tx, 'commit-import', { schoolId, importId, personId });
  return { importId, state: 'committing', report };
}
