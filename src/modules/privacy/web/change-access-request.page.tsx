import { z } from 'zod';
import { noAttempt } from '#src/kernel/form.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { type AccessRefusal, changeAccessRequest } from '../commands/record-access-request.ts';
import { changeAccessForm } from '../domain/access.form.ts';
import { AccessRequestId } from '../queries/list-access-requests.ts';
import { aboutRequest, findOfRequest, type OfRequest, requestAddress } from './rights-of-pupil.ts';

const { fields } = changeAccessForm;

const wording: Readonly<Record<AccessRefusal, Readonly<Record<string, string>>>> = {
  stale: { form: 'Somebody else changed this request meanwhile. Look at it again before you save' },
  checked_when: { identityHow: 'Enter both the day and how identity was checked, or neither' },
  why_longer: { extendedWhy: 'Enter months and why more time is needed, or neither' },
  told_late: { extendedMonths: 'Only a subject access request can take longer' },
  half_closed: { outcome: 'Enter both the day and how the request ended, or neither' },
  closed_early: { closedOn: 'The day must lie between the day of receipt and today' },
};

/** Identity was checked, more time is taken, or the request has ended. */
export default page({
  path: '/pupils/:pupilId/access-requests/:accessRequestId/change',
  params: z.object({ pupilId: PupilId, accessRequestId: AccessRequestId }),
  may: 'rights.manage',
  about: aboutRequest,
  section: 'Pupils',
  title: 'Identity, more time, answered',
  load: ({ tx, params }): Promise<OfRequest | null> => findOfRequest(tx, params),
  form: changeAccessForm,
  view: ({ subject: { pupil, request }, attempt }) => (
    <div class="narrow">
      <PageHead title="Identity, more time, answered" lead={`Request to see the record of ${pupil.name}`} />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: requestAddress(request) }}>
        <FormField of={fields.identityCheckedOn} attempt={attempt} value={request.identityCheckedOn} />
        <FormField of={fields.identityHow} attempt={attempt} value={request.identityHow} />
        <FormField of={fields.extendedMonths} attempt={attempt} value={request.extendedMonths} />
        <FormField of={fields.extendedWhy} attempt={attempt} value={request.extendedWhy} />
        <FormField of={fields.closedOn} attempt={attempt} value={request.closedOn} />
        <FormField of={fields.outcome} attempt={attempt} value={request.outcome} />
        <FormField of={fields.closedHow} attempt={attempt} value={request.closedHow} />
        <FormField of={fields.version} attempt={noAttempt} value={request.version} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { request }, values }) => {
    const changed = await changeAccessRequest(tx, request, values);
    return changed.ok ? goTo(requestAddress(request), 'Request saved') : refuse(wording[changed.refusal]);
  },
});
