import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { addClosure } from '../commands/add-closure.ts';
import { closureForm } from '../domain/year.form.ts';

const { fields } = closureForm;
const wording = {
  reopens_too_early: { reopensOn: 'The school must open again after the first day closed' },
  overlaps: { fromOn: 'Another closure lies on some of these days' },
};

export default page({
  path: '/school/closures/new',
  params: z.object({}),
  may: 'school.manage',
  about: { none: 'It shows the school, no pupil' },
  section: 'School',
  title: 'Add a closure',
  load: async ({ tx }) => ({ today: tx.scope.today }),
  form: closureForm,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Add a closure"
        lead="Days on which the school was or will be shut out of turn: snow, heating, a death in the school."
      />
      <PostForm attempt={attempt} submit="Add" cancel={{ href: '/school/closures' }}>
        <FormField of={fields.fromOn} attempt={attempt} value={subject.today} />
        <FormField of={fields.reopensOn} attempt={attempt} />
        <FormField of={fields.reason} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, values }) => {
    const { fromOn: from, reopensOn, reason } = values;
    const added = await addClosure(tx, { from, reopensOn, reason });
    return added.ok ? goTo('/school/closures', 'Closure added') : refuse(wording[added.refusal]);
  },
});
