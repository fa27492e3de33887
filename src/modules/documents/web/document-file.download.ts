import { z } from 'zod';
import { download } from '#src/platform/http/download.ts';
import { mayBeGiven } from '../domain/document.ts';
import { findDocumentFile } from '../queries/list-document-files.ts';
import { aboutDocument, findKept } from './kept-document.ts';
import { sendFile } from './send-file.ts';

/** One version of a document, to be saved. */
export default download({
  path: '/documents/:documentId/files/:documentFileId',
  params: z.object({ documentId: z.uuid(), documentFileId: z.uuid() }),
  may: 'document.read',
  about: aboutDocument,
  load: async ({ tx, params }) => {
    const kept = await findKept(tx, params.documentId);
    const file = kept === null ? null : await findDocumentFile(tx, params);
    return kept === null || file === null || !mayBeGiven(file) ? null : { ...kept, file };
  },
  send: ({ file }, program) => sendFile(program, file, 'attachment'),
});
