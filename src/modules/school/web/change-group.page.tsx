import { z } from 'zod';
import { GroupId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { changeGroup } from '../commands/keep-group.ts';
import { groupNamesForm } from '../domain/group.form.ts';
import type { StaffedGroup } from '../domain/school-records.ts';
import { findGroup } from '../queries/list-groups.ts';
import { HeldNow, staleWords } from './held-now.view.tsx';

const { fields } = groupNamesForm;

export default page({
  path: '/school/groups/:groupId/change',
  params: z.object({ groupId: GroupId }),
  may: 'school.manage',
  about: { none: 'It shows a group, no pupil' },
  section: 'School',
  title: (group: StaffedGroup) => `Change ${group.name}`,
  load: ({ tx, params }) => findGroup(tx, params.groupId),
  form: groupNamesForm,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title={`Change ${subject.name}`} />
      <HeldNow
        attempt={attempt}
        version={subject.version}
        rows={[
          { key: 'Name', value: subject.name },
          { key: 'Year group', value: subject.yearGroup ?? 'None' },
          { key: 'Subject', value: subject.subject ?? 'None' },
        ]}
      />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: `/school/groups/${subject.groupId}` }}>
        <FormField of={fields.name} attempt={attempt} value={subject.name} />
        <FormField of={fields.yearGroup} attempt={attempt} value={subject.yearGroup} />
        <FormField of={fields.subject} attempt={attempt} value={subject.subject} />
        <HiddenField name="version" value={String(subject.version)} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    const { version, name, yearGroup = null, subject: taught = null } = values;
    if (version !== subject.version) return refuse(staleWords);
    const changed = await changeGroup(tx, subject, { name, yearGroup, subject: taught });
    return changed.ok
      ? goTo(`/school/groups/${subject.groupId}`, 'Group saved')
      : refuse({ name: 'There is already a group of this name and kind on some of its days' });
  },
});
