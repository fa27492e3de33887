import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { addStaff } from '../commands/keep-staff.ts';
import { ownSource } from '../domain/school-records.ts';
import { newStaffForm } from '../domain/staff.form.ts';
import { StaffFields } from './staff-fields.view.tsx';

const wording = {
  code_taken: { code: 'Another member of staff has this short name' },
  left_before_start: 'The last day must be on or after the first day',
};

export default page({
  path: '/school/staff/new',
  params: z.object({}),
  may: 'staff.manage',
  about: { none: 'It shows staff, no pupil' },
  section: 'School',
  title: 'Add staff',
  load: async () => ({}),
  form: newStaffForm,
  view: ({ attempt }) => (
    <div class="narrow">
      <PageHead title="Add staff" lead="Somebody who works at the school, whether they sign in or not." />
      <PostForm attempt={attempt} submit="Add" cancel={{ href: '/school/staff' }}>
        <StaffFields attempt={attempt} held={{}} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, values }) => {
    const added = await addStaff(tx, { ...values, source: ownSource });
    return added.ok
      ? goTo(`/school/staff/${added.value}`, 'Member of staff added')
      : refuse(wording[added.refusal]);
  },
});
