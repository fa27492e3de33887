import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { raiseAlert } from '../commands/raise-alert.ts';
import { newAlertForm } from '../domain/alert.form.ts';
import { findPupil } from '../queries/find-pupil.ts';
import { aboutPupil, fullName, type OfPupil } from './pupil-name.ts';

type Subject = OfPupil & { readonly today: SchoolDate };
const { fields } = newAlertForm;

export default page({
  path: '/pupils/:pupilId/alerts/new',
  params: z.object({ pupilId: PupilId }),
  may: 'alert.change',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Add an alert for ${fullName(pupil)}`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const pupil = await findPupil(tx, params.pupilId);
    return pupil === null ? null : { pupil, today: tx.scope.today };
  },
  form: newAlertForm,
  view: ({ subject: { pupil, today }, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`Add an alert for ${fullName(pupil)}`}
        lead="What must be known at a glance by those who meet the pupil."
      />
      <PostForm attempt={attempt} submit="Add alert" cancel={{ href: `/pupils/${pupil.pupilId}` }}>
        <FormField of={fields.kind} attempt={attempt} />
        <FormField of={fields.words} attempt={attempt} />
        <FormField of={fields.source} attempt={attempt} />
        <FormField of={fields.fromOn} attempt={attempt} value={today} />
        <FormField of={fields.untilOn} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    const { fromOn, untilOn } = values;
    if (untilOn !== undefined && untilOn < fromOn) {
      return refuse({ untilOn: 'The last day must be on or after the first day' });
    }
    const { pupilId } = subject.pupil;
    await raiseAlert(tx, { ...values, pupilId });
    return goTo(`/pupils/${pupilId}`, 'Alert added');
  },
});
