import { page } from '#src/platform/http/page.tsx';
import { goTo } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { endSessionsOf } from '../commands/reset-second-step.ts';
import { emptyForm } from '../domain/sign-in.form.ts';
import { findSignInOf, personParams, type SignInOfPerson } from './sign-in-of-person.ts';

const words = ({ member }: SignInOfPerson) => `Sign ${member.knownAs} out everywhere`;

/** For a lost laptop: whatever is open under this account closes. The password goes on working. */
export default page({
  path: '/people/:personId/end-sessions',
  params: personParams,
  may: 'people.manage',
  about: { none: 'It shows somebody who signs in, no pupil' },
  section: 'School',
  title: words,
  load: ({ tx, params, program }) => findSignInOf(tx, program, params),
  form: emptyForm,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead
        title={words(subject)}
        lead={`Signed in on ${subject.sessions} ${subject.sessions === 1 ? 'device' : 'devices'} now. The password goes on working: somebody who leaves has a last day instead.`}
      />
      <Card>
        <PostForm
          attempt={attempt}
          submit="Sign out everywhere"
          kind="warning"
          cancel={{ href: `/people/${subject.member.personId}` }}
        />
      </Card>
    </div>
  ),
  submit: async ({ tx, program, subject }) => {
    const ended = await endSessionsOf(tx, program, subject.member);
    return goTo(
      `/people/${subject.member.personId}`,
      ended === 0 ? 'Signed in nowhere; nothing to end' : 'Signed out everywhere',
    );
  },
});
