import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { GroupId, StaffId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { takeStaffOutOfGroup } from '../commands/staff-group.ts';
import { endPlaceForm } from '../domain/group.form.ts';
import type { GroupPlace, StaffedGroup } from '../domain/school-records.ts';
import { findGroup } from '../queries/list-groups.ts';

const wording = {
  before_start: 'The last day must be on or after their first day',
  not_there: 'They are not in charge of the group after this day',
};

type Subject = { readonly group: StaffedGroup; readonly place: GroupPlace; readonly today: SchoolDate };

export default page({
  path: '/school/groups/:groupId/staff/:staffId/end',
  params: z.object({ groupId: GroupId, staffId: StaffId }),
  may: 'school.manage',
  about: { none: 'It shows a group and staff, no pupil' },
  section: 'School',
  title: ({ group, place }: Subject) => `End the time of ${place.name} with ${group.name}`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const group = await findGroup(tx, params.groupId);
    const place = group?.staff.findLast((one) => one.staffId === params.staffId);
    return group === null || place === undefined ? null : { group, place, today: tx.scope.today };
  },
  form: endPlaceForm,
  view: ({ subject: { group, place, today }, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`End the time of ${place.name} with ${group.name}`}
        lead="From the day after, they no longer see its pupils by this group."
      />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: `/school/groups/${group.groupId}` }}>
        <FormField of={endPlaceForm.fields.untilOn} attempt={attempt} value={place.untilOn ?? today} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { group, place }, values }) => {
    const ended = await takeStaffOutOfGroup(tx, { groupId: group.groupId, ...place, ...values });
    return ended.ok
      ? goTo(`/school/groups/${group.groupId}`, 'Last day saved')
      : refuse({ untilOn: wording[ended.refusal] });
  },
});
