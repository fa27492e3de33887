import { z } from 'zod';
import { download } from '#src/platform/http/download.ts';
import { mayBeGiven } from '../domain/document.ts';
import { formatOf } from '../domain/file-formats.ts';
import { type BatchFile, findBatchFile } from '../queries/find-document-batch.ts';
import { sendFile } from './send-file.ts';

/** A file that waits, for whoever has to say whose it is. The view is recorded for those whose it may be. */
export default download({
  path: '/documents/batches/:documentBatchId/files/:documentFileId/show',
  params: z.object({ documentBatchId: z.uuid(), documentFileId: z.uuid() }),
  may: 'document.keep',
  about: (file: BatchFile) => file.proposals.map(({ pupilId }) => pupilId),
  load: async ({ tx, params }) => {
    const file = await findBatchFile(tx, params);
    return file === null || !mayBeGiven(file) ? null : file;
  },
  send: (file, program) =>
    sendFile(program, file, formatOf(file.format).shownAs === 'saved' ? 'attachment' : 'inline'),
});
