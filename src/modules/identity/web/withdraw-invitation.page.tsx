import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawInvitation } from '../commands/invite.ts';
import { withdrawInvitationForm } from '../domain/invitation.form.ts';
import type { Invitation } from '../domain/invitation.ts';
import { findOpenInvitation, invitationChangedWords, invitationParams } from './open-invitation.ts';

const { fields } = withdrawInvitationForm;
const titleOf = ({ knownAs }: Invitation) => `Withdraw the invitation of ${knownAs}`;

export default page({
  path: '/people/invitations/:invitationId/withdraw',
  params: invitationParams,
  may: 'people.manage',
  about: { none: 'It shows who is invited, no pupil' },
  section: 'School',
  title: titleOf,
  load: ({ tx, params }) => findOpenInvitation(tx, params),
  form: withdrawInvitationForm,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title={titleOf(subject)} lead="The link stops working at once." />
      <PostForm attempt={attempt} submit="Withdraw" cancel={{ href: '/people/invitations' }}>
        <FormField of={fields.why} attempt={attempt} />
        <FormField of={fields.version} attempt={attempt} value={subject.version} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values: { why, version } }) => {
    const withdrawn = await withdrawInvitation(tx, { ...subject, version }, why);
    return withdrawn.ok
      ? goTo('/people/invitations', 'Invitation withdrawn')
      : refuse(invitationChangedWords);
  },
});
