import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { CarerId, PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { endPupilCarer } from '../commands/change-carer.ts';
import { endCarerForm } from '../domain/carer.form.ts';
import { type Carer, carerName } from '../domain/carer.ts';
import { ownSource } from '../domain/facts.ts';
import { findPupil } from '../queries/find-pupil.ts';
import { listCarersOf } from '../queries/list-carers-of.ts';
import { aboutPupil, fullName, type OfPupil } from './pupil-name.ts';

type Subject = OfPupil & { readonly carer: Carer; readonly today: SchoolDate };
const { fields } = endCarerForm;
const titleOf = ({ pupil, carer }: Subject) =>
  `${carerName(carer)} is no longer a carer of ${fullName(pupil)}`;

export default page({
  path: '/pupils/:pupilId/people/:carerId/end',
  params: z.object({ pupilId: PupilId, carerId: CarerId }),
  may: 'contacts.change',
  about: aboutPupil,
  section: 'Pupils',
  title: titleOf,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const pupil = await findPupil(tx, params.pupilId);
    const carers = await listCarersOf(tx, [params.pupilId]);
    const carer = carers.find((one) => one.carerId === params.carerId);
    return pupil === null || carer === undefined ? null : { pupil, carer, today: tx.scope.today };
  },
  form: endCarerForm,
  view: ({ subject, attempt }) => {
    const { pupil, carer, today } = subject;
    return (
      <div class="narrow">
        <PageHead title={titleOf(subject)} lead="What was stays in the timeline." />
        <PostForm attempt={attempt} submit="Save" cancel={{ href: `/pupils/${pupil.pupilId}/people` }}>
          <FormField of={fields.endedOn} attempt={attempt} value={today} />
          <FormField of={fields.why} attempt={attempt} />
          <HiddenField name="tieVersion" value={String(carer.tieVersion)} />
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject: { pupil, carer, today }, values }) => {
    const { endedOn, why, tieVersion } = values;
    if (endedOn < carer.fromOn) return refuse({ endedOn: 'The last day must be on or after the first day' });
    const ended = await endPupilCarer(tx, {
      tie: { pupilCarerId: carer.pupilCarerId, tieVersion },
      endedOn,
      told: { source: ownSource, sourceOn: today },
      why,
    });
    return ended.ok
      ? goTo(`/pupils/${pupil.pupilId}/people`, 'Saved')
      : refuse('Somebody has changed this since you opened it. Look at it again, then save.');
  },
});
