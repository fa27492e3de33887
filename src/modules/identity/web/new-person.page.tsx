import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { inviteMember } from '../commands/invite-member.ts';
import { newPersonForm } from '../domain/people.form.ts';

const { fields } = newPersonForm;

/** Gives somebody a first role here. The words afterwards are the same whether they had an account or not. */
export default page({
  path: '/people/new',
  params: z.object({}),
  may: 'people.manage',
  about: { none: 'It shows no pupil' },
  section: 'School',
  title: 'Add somebody',
  load: async ({ tx }) => ({ today: tx.scope.today }),
  form: newPersonForm,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Add somebody"
        lead="They see what their role names, from the first day to the last. Somebody new to Sendero gets a link by email to choose a password."
      />
      <PostForm attempt={attempt} submit="Add" cancel={{ href: '/people' }}>
        <FormField of={fields.name} attempt={attempt} />
        <FormField of={fields.email} attempt={attempt} />
        <FormField of={fields.role} attempt={attempt} />
        <FormField of={fields.fromOn} attempt={attempt} value={subject.today} />
        <FormField of={fields.untilOn} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, program, values }) => {
    if (values.untilOn !== undefined && values.untilOn < values.fromOn)
      return refuse({ untilOn: 'The last day must be on or after the first day' });
    const invited = await inviteMember(tx, program, values);
    return invited.ok
      ? goTo(
          `/people/${invited.value}`,
          'Role given. Somebody new to Sendero gets a link to choose a password.',
        )
      : refuse({ role: 'They hold this role already on some of these days' });
  },
});
