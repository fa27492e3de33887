import { z } from 'zod';
import { GroupId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { endGroup } from '../commands/keep-group.ts';
import { endGroupForm } from '../domain/group.form.ts';
import type { StaffedGroup } from '../domain/school-records.ts';
import { findGroup } from '../queries/list-groups.ts';

const wording = {
  before_start: 'The last day must be on or after the first day of the group',
  in_use_later: 'Staff or lessons of the group begin only after this day: end those first',
};

export default page({
  path: '/school/groups/:groupId/end',
  params: z.object({ groupId: GroupId }),
  may: 'school.manage',
  about: { none: 'It shows a group, no pupil' },
  section: 'School',
  title: ({ group }: { group: StaffedGroup }) => `End ${group.name}`,
  load: async ({ tx, params }) => {
    const group = await findGroup(tx, params.groupId);
    return group === null ? null : { group, today: tx.scope.today };
  },
  form: endGroupForm,
  view: ({ subject: { group, today }, attempt }) => (
    <div class="narrow">
      <PageHead title={`End ${group.name}`} lead="Its staff and its lessons end with it." />
      <PostForm attempt={attempt} submit="End the group" cancel={{ href: `/school/groups/${group.groupId}` }}>
        <FormField of={endGroupForm.fields.untilOn} attempt={attempt} value={group.untilOn ?? today} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { group }, values }) => {
    const ended = await endGroup(tx, group, values.untilOn);
    return ended.ok
      ? goTo(`/school/groups/${group.groupId}`, 'Last day saved')
      : refuse({ untilOn: wording[ended.refusal] });
  },
});
