import type { Sent } from '#src/platform/http/download.ts';
import type { Program } from '#src/platform/program.ts';
import type { DocumentFile } from '../domain/document.ts';
import { type FileFormat, formatOf } from '../domain/file-formats.ts';
import { dispositionOf } from '../domain/file-names.ts';

/**
 * Nothing in the file may load, run or send anything. A sandbox would also keep browsers' own PDF reader from opening,
 * which is a sandbox itself.
 */
const policyOf = (format: FileFormat): string =>
  format === 'pdf'
    ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    : "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

/**
 * A file as an answer, opened piece by piece. Its first piece is opened before the answer begins, so that one that is gone or
 * damaged is an error page; damage further on breaks the answer off, and no wrong byte is sent.
 */
export async function sendFile(
  { files }: Program,
  file: DocumentFile,
  how: 'attachment' | 'inline',
): Promise<Sent> {
  const pieces = await files.read(file.storeName ?? '');
  let next = await pieces.next();
  const body = new ReadableStream<Uint8Array>({
    pull: async (to) => {
      if (next.done === true) return to.close();
      to.enqueue(next.value);
      next = await pieces.next();
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
  return {
    type: formatOf(file.format).type,
    body,
    headers: {
      'content-disposition': dispositionOf(how, file.fileName),
      'content-length': String(file.bytes),
      'content-security-policy': policyOf(file.format),
    },
  };
}
