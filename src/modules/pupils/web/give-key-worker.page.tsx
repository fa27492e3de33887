import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { listStaff, type StaffMember, staffName } from '#src/modules/school/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { giveKeyWorker } from '../commands/give-key-worker.ts';
import { keyWorkerForm, nobody } from '../domain/key-worker.form.ts';
import { findPupil } from '../queries/find-pupil.ts';
import { aboutPupil, fullName, type OfPupil } from './pupil-name.ts';

type Subject = OfPupil & { readonly staff: readonly StaffMember[]; readonly today: SchoolDate };
const { fields } = keyWorkerForm;

export default page({
  path: '/pupils/:pupilId/key-worker',
  params: z.object({ pupilId: PupilId }),
  may: 'register.change',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Key worker of ${fullName(pupil)}`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const pupil = await findPupil(tx, params.pupilId);
    const { today } = tx.scope;
    return pupil === null ? null : { pupil, staff: await listStaff(tx, today), today };
  },
  form: keyWorkerForm,
  view: ({ subject: { pupil, staff, today }, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`Key worker of ${fullName(pupil)}`}
        lead="The key worker sees the pupil from the first day, and no longer than the last."
      />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: `/pupils/${pupil.pupilId}` }}>
        <FormField
          of={fields.staffId}
          attempt={attempt}
          value={pupil.keyWorker?.staffId ?? nobody}
          options={[
            { value: nobody, label: 'Nobody' },
            ...staff.map((one) => ({ value: one.staffId, label: `${staffName(one)}, ${one.post}` })),
          ]}
        />
        <FormField of={fields.fromOn} attempt={attempt} value={today} />
        <FormField of={fields.why} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    const { pupilId } = subject.pupil;
    const chosen = subject.staff.find((one) => one.staffId === values.staffId);
    if (chosen === undefined && values.staffId !== nobody) {
      return refuse({ staffId: 'Select a key worker, or nobody' });
    }
    const { fromOn, why } = values;
    const given = await giveKeyWorker(tx, { pupilId, staffId: chosen?.staffId ?? null, fromOn, why });
    return given.ok
      ? goTo(`/pupils/${pupilId}`, 'Key worker saved')
      : refuse({ fromOn: 'Another key worker is planned for a day after this one' });
  },
});
