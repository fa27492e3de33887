import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { endAlert } from '../commands/end-alert.ts';
import { endAlertForm } from '../domain/alert.form.ts';
import { type AlertOfPupil, alertChangedWords, findAlertOf } from './alert-of-pupil.ts';
import { aboutPupil, fullName } from './pupil-name.ts';

const { fields } = endAlertForm;
const wording = {
  before_start: { endedOn: 'The last day must be on or after the first day of the alert' },
  changed_since: alertChangedWords,
};

export default page({
  path: '/pupils/:pupilId/alerts/:alertId/end',
  params: z.object({ pupilId: PupilId, alertId: z.uuid() }),
  may: 'alert.change',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: AlertOfPupil) => `End an alert of ${fullName(pupil)}`,
  load: ({ tx, params }): Promise<AlertOfPupil | null> => findAlertOf(tx, params),
  form: endAlertForm,
  view: ({ subject: { pupil, alert }, attempt }) => (
    <div class="narrow">
      <PageHead title={`End an alert of ${fullName(pupil)}`} lead="It stays in the timeline." />
      <Inset>{alert.words}</Inset>
      <PostForm attempt={attempt} submit="End alert" cancel={{ href: `/pupils/${pupil.pupilId}` }}>
        <FormField of={fields.endedOn} attempt={attempt} value={alert.untilOn} />
        <FormField of={fields.why} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupil, alert }, values }) => {
    const ended = await endAlert(tx, { alert, ...values });
    return ended.ok ? goTo(`/pupils/${pupil.pupilId}`, 'Alert ended') : refuse(wording[ended.refusal]);
  },
});
