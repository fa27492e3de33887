import { z } from 'zod';
import { PersonId } from '#src/kernel/ids.ts';
import { linkStaffToPerson, listStaff, type StaffMember } from '#src/modules/school/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import type { SchoolMember } from '../domain/member.ts';
import { linkStaffForm } from '../domain/people.form.ts';
import { findMember } from '../queries/list-members.ts';

type Subject = {
  readonly member: SchoolMember;
  readonly present: StaffMember | null;
  /** Themselves, and those whom no account is linked to. */
  readonly staff: readonly StaffMember[];
};

const options = (staff: readonly StaffMember[]) => [
  { value: '', label: 'Not in the staff list' },
  ...staff.map((one) => ({ value: one.staffId, label: `${one.surname}, ${one.forename} · ${one.post}` })),
];

/** Joins an account to somebody of the staff list: whose classes they teach, they then see. */
export default page({
  path: '/people/:personId/staff',
  params: z.object({ personId: PersonId }),
  may: 'people.manage',
  about: { none: 'It shows staff, no pupil' },
  section: 'School',
  title: ({ member }: Subject) => `${member.knownAs} in the staff list`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const { personId } = params;
    const member = await findMember(tx, personId);
    if (member === null) return null;
    const all = await listStaff(tx, null);
    const staff = all.filter((one) => one.personId === null || one.personId === personId);
    return { member, staff, present: staff.find((one) => one.personId === personId) ?? null };
  },
  form: linkStaffForm,
  view: ({ subject: { member, staff, present }, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`${member.knownAs} in the staff list`}
        lead="A teacher or teaching assistant sees the pupils of the groups that this entry is in charge of."
      />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: `/people/${member.personId}` }}>
        <FormField
          of={linkStaffForm.fields.staffId}
          attempt={attempt}
          value={present?.staffId}
          options={options(staff)}
        />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { member, staff, present }, values }) => {
    const { staffId } = values;
    const chosen = staff.find((one) => one.staffId === staffId) ?? null;
    if (staffId !== undefined && chosen === null)
      return refuse({ staffId: 'Select somebody from the staff list' });
    if (present !== null && chosen !== null && present !== chosen)
      return refuse({ staffId: 'First take them off the other entry: choose Not in the staff list' });
    const toChange = chosen ?? present;
    if (toChange !== null) await linkStaffToPerson(tx, toChange, chosen === null ? null : member.personId);
    return goTo(`/people/${member.personId}`, 'Saved');
  },
});
