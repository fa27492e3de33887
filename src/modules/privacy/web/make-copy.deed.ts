import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { makeCopy } from '../commands/make-copy.ts';
import { AccessRequestId, findAccessRequest } from '../queries/list-access-requests.ts';
import { requestAddress } from './rights-of-pupil.ts';

/** Makes the copy of everything that is held, without what was left out, and keeps it. */
export default deed({
  path: '/pupils/:pupilId/access-requests/:accessRequestId/make-copy',
  params: z.object({ pupilId: PupilId, accessRequestId: AccessRequestId }),
  may: 'rights.manage',
  from: ({ pupilId, accessRequestId }) => `/pupils/${pupilId}/access-requests/${accessRequestId}`,
  load: ({ tx, params }) => findAccessRequest(tx, params),
  submit: async ({ tx, subject: request }) => {
    if (request.closedOn !== null) return refuse('This request has ended: nothing of it is changed.');
    if (request.identityCheckedOn === null)
      return refuse('Record first how the identity of whoever asks was checked.');
    await makeCopy(tx, request);
    return goTo(requestAddress(request), 'Copy made');
  },
});
