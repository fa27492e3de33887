import { z } from 'zod';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { leaveBatchFile } from '../commands/bring-batch.ts';
import { findBatchFile } from '../queries/find-document-batch.ts';

const batchOf = ({ documentBatchId }: { documentBatchId: string }) => `/documents/batches/${documentBatchId}`;

/** The file is not filed, and goes. */
export default deed({
  path: '/documents/batches/:documentBatchId/files/:documentFileId/leave',
  params: z.object({ documentBatchId: z.uuid(), documentFileId: z.uuid() }),
  may: 'document.keep',
  from: batchOf,
  load: ({ tx, params }) => findBatchFile(tx, params),
  submit: async ({ tx, params, subject }) => {
    const left = await leaveBatchFile(tx, subject);
    return left.ok ? goTo(batchOf(params), 'Left out') : refuse('Somebody has decided about it already.');
  },
});
