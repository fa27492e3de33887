import { z } from 'zod';
import { download } from '#src/platform/http/download.ts';
import { mayBeGiven } from '../domain/document.ts';
import { formatOf } from '../domain/file-formats.ts';
import { findDocumentFile } from '../queries/list-document-files.ts';
import { aboutDocument, findKept } from './kept-document.ts';
import { sendFile } from './send-file.ts';

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
  send: ({ file }, program) => sendFile(program, file, 'inline'),
});
