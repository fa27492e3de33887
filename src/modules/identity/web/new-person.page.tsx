import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { invite } from '../commands/invite.ts';
import { inviteForm } from '../domain/invitation.form.ts';
import { linkWords } from '../domain/link-words.ts';

const { fields } = inviteForm;

/** Asks somebody to come in. What is said afterwards is the same whether they have an account or not. */
export default page({
  path: '/people/new',
  params: z.object({}),
  may: 'people.manage',
  about: { none: 'It shows no pupil' },
  section: 'School',
  title: 'Invite somebody',
  load: async ({ tx }) => ({ today: tx.scope.today }),
  form: inviteForm,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Invite somebody"
        lead="They get a link by email, which works once, for seven days. With it they choose a password, or use the account that they have, and see what their role names from the first day to the last."
      />
      <PostForm attempt={attempt} submit="Invite" cancel={{ href: '/people' }}>
        <FormField of={fields.name} attempt={attempt} />
        <FormField of={fields.email} attempt={attempt} />
        <FormField of={fields.role} attempt={attempt} />
        <FormField of={fields.fromOn} attempt={attempt} value={subject.today} />
        <FormField of={fields.untilOn} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, program, actor, subject, values }) => {
    const { untilOn } = values;
    if (untilOn !== undefined && untilOn < values.fromOn)
      return refuse({ untilOn: 'The last day must be on or after the first day' });
    if (untilOn !== undefined && untilOn < subject.today)
      return refuse({ untilOn: 'The last day must be today or later' });
    const invited = await invite(tx, { program, actor }, values);
    if (invited.ok) return goTo('/people/invitations', linkWords(invited.value));
    return refuse({
      email:
        invited.refusal === 'works_here'
          ? 'Somebody with this address works here already: give the role on their own page'
          : 'They are asked already and have not answered: send that invitation again',
    });
  },
});
