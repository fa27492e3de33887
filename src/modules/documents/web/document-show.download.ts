import { z } from 'zod';
import { download } from '#src/platform/http/download.ts';
import { mayBeGiven } from '../domain/document.ts';
import { type FileFormat, formatOf } from '../domain/file-formats.ts';
import { findDocumentFile } from '../queries/list-document-files.ts';
import { aboutDocument, findKept } from './kept-document.ts';
import { sendFile } from './send-file.ts';

/**
 * Nothing in the file may load, run or send anything. A sandbox would also keep browsers' own PDF reader from opening,
 * which is a sandbox itself.
 */
const policyOf = (format: FileFormat): string =>
  format === 'pdf'
    ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    : "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

/** One version of a document, shown by the browser itself: a PDF, a picture or plain text. */
export default download({
  path: '/documents/:documentId/files/:documentFileId/show',
  params: z.object({ documentId: z.uuid(), documentFileId: z.uuid() }),
  may: 'document.read',
  about: aboutDocument,
  load: async ({ tx, params }) => {
    const kept = await findKept(tx, params.documentId);
    const file = kept === null ? null : await findDocumentFile(tx, params);
    if (kept === null || file === null || !mayBeGiven(file)) return null;
    return formatOf(file.format).shownAs === 'saved' ? null : { ...kept, file };
  },
  send: ({ file }, program) => sendFile(program, file, { how: 'inline', policy: policyOf(file.format) }),
});
