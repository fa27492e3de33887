import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { sendInvitationAgain } from '../commands/invite.ts';
import { sendAgainForm } from '../domain/invitation.form.ts';
import type { Invitation } from '../domain/invitation.ts';
import { linkWords } from '../domain/link-words.ts';
import { findOpenInvitation, invitationChangedWords, invitationParams } from './open-invitation.ts';

const titleOf = ({ knownAs }: Invitation) => `Send the invitation of ${knownAs} again`;

export default page({
  path: '/people/invitations/:invitationId/send-again',
  params: invitationParams,
  may: 'people.manage',
  about: { none: 'It shows who is invited, no pupil' },
  section: 'School',
  title: titleOf,
  load: ({ tx, params }) => findOpenInvitation(tx, params),
  form: sendAgainForm,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead
        title={titleOf(subject)}
        lead={`A new link goes to ${subject.email}. The old one stops working.`}
      />
      <PostForm attempt={attempt} submit="Send again" cancel={{ href: '/people/invitations' }}>
        <FormField of={sendAgainForm.fields.version} attempt={attempt} value={subject.version} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, program, actor, subject, values: { version } }) => {
    const sent = await sendInvitationAgain(tx, { program, actor }, { ...subject, version });
    return sent.ok ? goTo('/people/invitations', linkWords(sent.value)) : refuse(invitationChangedWords);
  },
});
