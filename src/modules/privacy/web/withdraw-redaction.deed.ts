import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { withdrawRedaction } from '../commands/redact-record.ts';
import {
  AccessRequestId,
  findAccessRequest,
  listRedactions,
  RedactionId,
} from '../queries/list-access-requests.ts';
import { requestAddress } from './rights-of-pupil.ts';

/** What was marked is given after all. */
export default deed({
  path: '/pupils/:pupilId/access-requests/:accessRequestId/redactions/:redactionId/withdraw',
  params: z.object({ pupilId: PupilId, accessRequestId: AccessRequestId, redactionId: RedactionId }),
  may: 'rights.manage',
  from: ({ pupilId, accessRequestId }) => `/pupils/${pupilId}/access-requests/${accessRequestId}`,
  load: async ({ tx, params }) => {
    const request = await findAccessRequest(tx, params);
    if (request === null) return null;
    const marks = await listRedactions(tx, request);
    const mark = marks.find(({ redactionId }) => redactionId === params.redactionId);
    return mark === undefined ? null : { request, mark };
  },
  submit: async ({ tx, subject: { request, mark } }) => {
    const done = await withdrawRedaction(tx, request, mark);
    return done.ok
      ? goTo(requestAddress(request), 'It will stand in the next copy')
      : refuse('This request has ended: nothing of it is changed');
  },
});
