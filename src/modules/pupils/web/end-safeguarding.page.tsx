import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { endSafeguardingFlag } from '../commands/flag-safeguarding.ts';
import { endFlagForm } from '../domain/safeguarding.form.ts';
import { type AlertOfPupil, alertChangedWords, findAlertOf } from './alert-of-pupil.ts';
import { aboutPupil, fullName } from './pupil-name.ts';

const { fields } = endFlagForm;
type Subject = AlertOfPupil & { readonly today: SchoolDate };
const titleOf = ({ pupil }: AlertOfPupil) => `End the safeguarding flag of ${fullName(pupil)}`;

export default page({
  path: '/pupils/:pupilId/safeguarding/:alertId/end',
  params: z.object({ pupilId: PupilId, alertId: z.uuid() }),
  may: 'safeguarding.flag',
  about: aboutPupil,
  section: 'Pupils',
  title: titleOf,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const found = await findAlertOf(tx, params, 'safeguarding');
    return found === null ? null : { ...found, today: tx.scope.today };
  },
  form: endFlagForm,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title={titleOf(subject)} lead="It stays in the timeline of those who could see it." />
      <PostForm attempt={attempt} submit="End the flag" cancel={{ href: `/pupils/${subject.pupil.pupilId}` }}>
        <FormField of={fields.untilOn} attempt={attempt} value={subject.alert.untilOn ?? subject.today} />
        <FormField of={fields.isMistake} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupil, alert }, values }) => {
    const ended = await endSafeguardingFlag(tx, alert, values);
    if (ended.ok) return goTo(`/pupils/${pupil.pupilId}`, 'Flag ended');
    return ended.refusal === 'before_start'
      ? refuse({ untilOn: 'The last day must be on or after the first day' })
      : refuse(alertChangedWords);
  },
});
