import { z } from 'zod';
import { StaffId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { changeStaff } from '../commands/keep-staff.ts';
import { type StaffFacts, type StaffMember, staffName } from '../domain/school-records.ts';
import { staffForm } from '../domain/staff.form.ts';
import { findStaffMember } from '../queries/list-staff.ts';
import { HeldNow, staleWords } from './held-now.view.tsx';
import { StaffFields } from './staff-fields.view.tsx';

const wording = {
  code_taken: { code: 'Another member of staff has this short name' },
  left_before_start: { leftOn: 'The last day must be on or after the first day' },
  in_charge_later: { leftOn: 'They are put in charge of a group only after this day: end that first' },
};

const held = (one: StaffMember) => [
  { key: 'Name', value: `${one.title ?? ''} ${one.forename} ${one.surname}`.trim() },
  { key: 'Post', value: one.post },
  { key: 'Short name', value: one.code ?? 'None' },
  { key: 'Email address', value: one.email ?? 'None' },
  { key: 'First and last day', value: `${one.startedOn ?? '–'} to ${one.leftOn ?? '–'}` },
];

export default page({
  path: '/school/staff/:staffId/change',
  params: z.object({ staffId: StaffId }),
  may: 'staff.manage',
  about: { none: 'It shows staff, no pupil' },
  section: 'School',
  title: (one: StaffMember) => `Change ${staffName(one)}`,
  load: ({ tx, params }) => findStaffMember(tx, params.staffId),
  form: staffForm,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title={`Change ${staffName(subject)}`} />
      <HeldNow attempt={attempt} version={subject.version} rows={held(subject)} />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: `/school/staff/${subject.staffId}` }}>
        <StaffFields attempt={attempt} held={subject} />
        <FormField of={staffForm.fields.leftOn} attempt={attempt} value={subject.leftOn} />
        <HiddenField name="version" value={String(subject.version)} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    const { version, ...given } = values;
    if (version !== subject.version) return refuse(staleWords);
    const facts: StaffFacts = {
      ...given,
      title: given.title ?? null,
      code: given.code ?? null,
      email: given.email ?? null,
      startedOn: given.startedOn ?? null,
      leftOn: given.leftOn ?? null,
    };
    const changed = await changeStaff(tx, subject, facts);
    return changed.ok ? goTo(`/school/staff/${subject.staffId}`, 'Saved') : refuse(wording[changed.refusal]);
  },
});
