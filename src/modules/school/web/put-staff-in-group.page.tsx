import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { GroupId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { putStaffInGroup } from '../commands/staff-group.ts';
import { groupStaffForm } from '../domain/group.form.ts';
import { ownSource, type StaffedGroup, type StaffMember } from '../domain/school-records.ts';
import { findGroup } from '../queries/list-groups.ts';
import { listStaff } from '../queries/list-staff.ts';

const { fields } = groupStaffForm;
const wording = {
  already_there: { staffId: 'They are in charge of the group already on some of these days' },
  outside_group: { fromOn: 'The days must lie within those of the group' },
  ends_before_start: { untilOn: 'The last day must be on or after the first day' },
};

type Subject = {
  readonly group: StaffedGroup;
  readonly staff: readonly StaffMember[];
  readonly today: SchoolDate;
};

const options = (staff: readonly StaffMember[]) =>
  staff.map((one) => ({ value: one.staffId, label: `${one.surname}, ${one.forename} · ${one.post}` }));

/** Who is in charge of a group sees its pupils: this is where teaching becomes reach. */
export default page({
  path: '/school/groups/:groupId/staff/new',
  params: z.object({ groupId: GroupId }),
  may: 'school.manage',
  about: { none: 'It shows a group and staff, no pupil' },
  section: 'School',
  title: ({ group }: Subject) => `Put staff in charge of ${group.name}`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const { today } = tx.scope;
    const group = await findGroup(tx, params.groupId);
    return group === null ? null : { group, staff: await listStaff(tx, today), today };
  },
  form: groupStaffForm,
  view: ({ subject: { group, staff, today }, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`Put staff in charge of ${group.name}`}
        lead="They see the pupils of the group for as long as they are in charge of it."
      />
      {staff.length === 0 ? (
        <EmptyState title="No staff yet">
          <p>
            <a href="/school/staff/new">Add staff</a> first, or bring them in with an import.
          </p>
        </EmptyState>
      ) : (
        <PostForm attempt={attempt} submit="Save" cancel={{ href: `/school/groups/${group.groupId}` }}>
          <FormField of={fields.staffId} attempt={attempt} options={options(staff)} />
          <FormField
            of={fields.fromOn}
            attempt={attempt}
            value={group.fromOn > today ? group.fromOn : today}
          />
          <FormField of={fields.untilOn} attempt={attempt} />
        </PostForm>
      )}
    </div>
  ),
  submit: async ({ tx, subject: { group, staff }, values }) => {
    const chosen = staff.find((one) => one.staffId === values.staffId);
    if (chosen === undefined) return refuse({ staffId: 'Select a member of staff from the list' });
    const { staffId } = chosen;
    const put = await putStaffInGroup(tx, { ...values, staffId, groupId: group.groupId, source: ownSource });
    return put.ok ? goTo(`/school/groups/${group.groupId}`, 'Saved') : refuse(wording[put.refusal]);
  },
});
