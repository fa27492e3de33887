import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { addGroup } from '../commands/keep-group.ts';
import { newGroupForm } from '../domain/group.form.ts';
import { ownSource } from '../domain/school-records.ts';

const { fields } = newGroupForm;
const wording = {
  name_taken: { name: 'There is already a group of this name and kind on some of these days' },
  ends_before_start: { untilOn: 'The last day must be on or after the first day' },
};

export default page({
  path: '/school/groups/new',
  params: z.object({}),
  may: 'school.manage',
  about: { none: 'It shows no pupil' },
  section: 'School',
  title: 'Add a class or group',
  load: async ({ tx }) => ({ today: tx.scope.today }),
  form: newGroupForm,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title="Add a class or group" />
      <PostForm attempt={attempt} submit="Add" cancel={{ href: '/school/groups' }}>
        <FormField of={fields.kind} attempt={attempt} value="class" />
        <FormField of={fields.name} attempt={attempt} />
        <FormField of={fields.yearGroup} attempt={attempt} />
        <FormField of={fields.subject} attempt={attempt} />
        <FormField of={fields.fromOn} attempt={attempt} value={subject.today} />
        <FormField of={fields.untilOn} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, values }) => {
    const added = await addGroup(tx, { ...values, source: ownSource });
    return added.ok ? goTo(`/school/groups/${added.value}`, 'Group added') : refuse(wording[added.refusal]);
  },
});
