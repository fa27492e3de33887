import type { Program } from '#src/platform/program.ts';
import { largestBatch, largestFile } from '../domain/file-formats.ts';
import { cleanFileName } from '../domain/file-names.ts';
import type { BroughtFiles } from '../domain/upload-documents.form.ts';
import { type Part, partsOf } from './parts-of.ts';
import { takeFile } from './take-file.ts';

/**
 * Takes many files from one request, one after the other: each is looked at, sealed and put away before the next is read.
 * Those that cannot be kept are told, each with the reason.
 */
export async function receiveFiles(
  request: Request,
  program: Pick<Program, 'files' | 'scanner'>,
): Promise<BroughtFiles> {
  const files: BroughtFiles['files'][number][] = [];
  const leftOut: BroughtFiles['leftOut'][number][] = [];
  let bytes = 0;
  for await (const part of partsOf(request, largestFile)) {
    if (part.fileName === null || (part.bytes.length === 0 && part.fileName === '')) continue;
    bytes += part.bytes.length;
    const fileName = cleanFileName(part.fileName);
    const why = refusedUnread(part, { count: files.length, bytes });
    if (why !== null) {
      leftOut.push({ fileName, why });
      continue;
    }
    const taken = await takeFile(program, { fileName, bytes: part.bytes });
    if (taken.ok) files.push(taken.value);
    else leftOut.push({ fileName, why: taken.why });
  }
  return { files, leftOut };
}

function refusedUnread(part: Part, so: { count: number; bytes: number }): string | null {
  if (part.isTooLarge) return 'The file is larger than 25 MB.';
  if (so.count >= largestBatch.files) return 'Only 100 files are taken at once. Bring it with the next.';
  if (so.bytes > largestBatch.bytes) return 'Only 200 MB are taken at once. Bring it with the next.';
  return null;
}
