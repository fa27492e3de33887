import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawStatus } from '../commands/withdraw-status.ts';
import { statusSentence } from '../domain/sen-status.ts';
import { withdrawStatusForm } from '../domain/withdraw-status.form.ts';
import { entryIn } from '../queries/find-sen-record.ts';
import { loadPupil, pupilWords } from './pupil-of-register.ts';

/** Withdraws a status that should never have been entered; nothing is deleted. */
export default page({
  path: '/pupils/:pupilId/status/:statusId/withdraw',
  params: z.object({ pupilId: PupilId, statusId: z.uuid() }),
  may: 'register.change',
  section: 'Pupils',
  title: 'Withdraw a SEN status',
  form: withdrawStatusForm,
  load: async ({ tx, params }) => {
    const pupil = await loadPupil(tx, params.pupilId);
    const entry = pupil === null ? undefined : entryIn(pupil.record, params.statusId);
    return pupil === null || entry === undefined ? null : { ...pupil, entry };
  },
  about: ({ line }) => [line.pupilId],
  view: ({ subject: { line, entry }, attempt }) => (
    <div class="narrow">
      <PageHead title="Withdraw a SEN status" lead={pupilWords(line)} />
      <p>{statusSentence(entry)}.</p>
      <p>The status that it followed runs on in its place.</p>
      <PostForm
        attempt={attempt}
        submit="Withdraw"
        kind="warning"
        cancel={{ href: `/pupils/${line.pupilId}/status/history` }}
      >
        <Card>
          <FormField of={withdrawStatusForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { line, entry }, values }) => {
    const { pupilId } = line;
    const done = await withdrawStatus(tx, { pupilId, statusId: entry.statusId, why: values.why });
    return done.ok
      ? goTo(`/pupils/${pupilId}/status/history`, 'SEN status withdrawn')
      : refuse('This status was withdrawn already');
  },
});
