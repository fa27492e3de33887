import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { download } from '#src/platform/http/download.ts';
import { AccessRequestId, BundleId, findBundle } from '../queries/list-access-requests.ts';

/** A copy as it was made, for a machine to read: the same entries as the PDF, left out and blanked alike. */
export default download({
  path: '/pupils/:pupilId/access-requests/:accessRequestId/copies/:bundleId/copy.json',
  params: z.object({ pupilId: PupilId, accessRequestId: AccessRequestId, bundleId: BundleId }),
  may: 'rights.read',
  load: ({ tx, params }) => findBundle(tx, params),
  about: ({ pupilId }) => [pupilId],
  send: ({ content }) => ({
    type: 'application/json; charset=utf-8',
    body: JSON.stringify(content, null, 2),
    fileName: 'copy-of-the-record.json',
  }),
});
