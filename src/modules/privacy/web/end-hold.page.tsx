import { z } from 'zod';
import { longDate } from '#src/kernel/dates.ts';
import { noAttempt } from '#src/kernel/form.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { endHold } from '../commands/hold-records.ts';
import { endHoldForm } from '../domain/retention.form.ts';
import { type Hold, HoldId, listHolds } from '../queries/list-holds.ts';

type Subject = { readonly pupilId: PupilId; readonly hold: Hold };
const { fields } = endHoldForm;

/** A hold is over: the records may go again when their period has ended. */
export default page({
  path: '/pupils/:pupilId/hold/:holdId/end',
  params: z.object({ pupilId: PupilId, holdId: HoldId }),
  may: 'rights.manage',
  about: ({ pupilId }: Subject) => [pupilId],
  section: 'Pupils',
  title: 'End a hold',
  load: async ({ tx, params }): Promise<Subject | null> => {
    const holds = await listHolds(tx, params.pupilId);
    const hold = holds.find(({ holdId }) => holdId === params.holdId);
    return hold === undefined ? null : { pupilId: params.pupilId, hold };
  },
  form: endHoldForm,
  view: ({ subject: { pupilId, hold }, attempt }) => (
    <div class="narrow">
      <PageHead title="End a hold" lead={`Held since ${longDate(hold.fromOn)}`} />
      <Inset>
        <p>{hold.why}</p>
        {hold.endedOn !== null && <p>It ended on {longDate(hold.endedOn)}.</p>}
      </Inset>
      <PostForm attempt={attempt} submit="End the hold" cancel={{ href: `/pupils/${pupilId}/hold` }}>
        <FormField of={fields.why} attempt={attempt} />
        <FormField of={fields.version} attempt={noAttempt} value={hold.version} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupilId, hold }, values }) => {
    const ended = await endHold(tx, { ...hold, pupilId }, values);
    return ended.ok
      ? goTo(`/pupils/${pupilId}/hold`, 'Hold ended')
      : refuse('Somebody else ended this hold meanwhile');
  },
});
