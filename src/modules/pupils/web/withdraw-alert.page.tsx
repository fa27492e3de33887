import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawAlert } from '../commands/end-alert.ts';
import { withdrawAlertForm } from '../domain/alert.form.ts';
import { type AlertOfPupil, alertChangedWords, findAlertOf } from './alert-of-pupil.ts';
import { aboutPupil, fullName } from './pupil-name.ts';

export default page({
  path: '/pupils/:pupilId/alerts/:alertId/withdraw',
  params: z.object({ pupilId: PupilId, alertId: z.uuid() }),
  may: 'alert.change',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: AlertOfPupil) => `Withdraw an alert of ${fullName(pupil)}`,
  load: ({ tx, params }): Promise<AlertOfPupil | null> => findAlertOf(tx, params),
  form: withdrawAlertForm,
  view: ({ subject: { pupil, alert }, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`Withdraw an alert of ${fullName(pupil)}`}
        lead="For an alert that was never right. If it was right and is over, end it instead."
      />
      <Inset>{alert.words}</Inset>
      <PostForm attempt={attempt} submit="Withdraw alert" cancel={{ href: `/pupils/${pupil.pupilId}` }}>
        <FormField of={withdrawAlertForm.fields.why} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupil, alert }, values }) => {
    const withdrawn = await withdrawAlert(tx, { alert, ...values });
    return withdrawn.ok ? goTo(`/pupils/${pupil.pupilId}`, 'Alert withdrawn') : refuse(alertChangedWords);
  },
});
