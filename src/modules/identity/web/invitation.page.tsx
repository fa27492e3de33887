import { longDate } from '#src/kernel/dates.ts';
import { chooseSchool, findAccount } from '#src/platform/auth/accounts.ts';
import type { SignedIn } from '#src/platform/auth/session.ts';
import { type OpenOutcome, openPage } from '#src/platform/http/open-page.tsx';
import type { Web } from '#src/platform/http/route.ts';
import type { Program } from '#src/platform/program.ts';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { acceptInvitation, type OpenedInvitation, openInvitation } from '../commands/accept-invitation.ts';
import { passwordFault } from '../commands/password-strength.ts';
import { placeOf } from '../commands/place-of.ts';
import { guestSeesWords } from '../domain/guest.ts';
import { acceptForm } from '../domain/invitation.form.ts';
import { roles } from '../domain/roles.ts';
import { slowDown } from './sign-in-with-password.ts';

/** Who came with the link: somebody new, the one invited, one who must sign in, somebody else. Or the link is dead. */
type Subject = { readonly token: string } & (
  | { readonly who: 'dead' | 'slow' }
  | { readonly who: 'new' | 'invited' | 'must_sign_in' | 'somebody_else'; readonly of: OpenedInvitation }
);

type Seen = { readonly web: Web; readonly program: Program; readonly person: SignedIn | null };

/** A dead link counts against the place it comes from, so that guessing is slow; a good one does not. */
async function load({ web, program, person }: Seen): Promise<Subject> {
  const token = web.req.param('token') ?? '';
  const { address } = program.throttles;
  const place = placeOf(web);
  if ((await address.tries(place)) !== null) return { token, who: 'slow' };
  const opened = await openInvitation(program, token);
  if (opened === null) return { token, who: 'dead' };
  await address.giveBack(place);
  const { email } = opened.invitation;
  const of = opened;
  if (person !== null) return { token, of, who: person.email === email ? 'invited' : 'somebody_else' };
  const account = await findAccount(program.database.auth, email);
  return { token, of, who: account === null ? 'new' : 'must_sign_in' };
}

const wording = {
  dead: 'This link does not work any more',
  has_account: 'You have an account already. Open the link again to sign in with it',
  other_account: 'This invitation is for somebody else. Sign out first',
  already_held: 'You hold this role already',
  pupils_left: 'There is no pupil left to open. Ask whoever invited you',
} as const;

/** Where the link of an invitation leads. It works once. */
export default openPage({
  path: '/invitation/:token',
  may: 'open',
  title: 'Invitation',
  form: acceptForm,
  load,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title="Invitation" />
      {!('of' in subject) ? (
        <Dead isSlow={subject.who === 'slow'} />
      ) : (
        <Card>
          <What of={subject.of} />
          {subject.who === 'must_sign_in' && (
            <p>
              You have an account: <a href={`/sign-in?then=/invitation/${subject.token}`}>sign in with it</a>,
              and accept.
            </p>
          )}
          {subject.who === 'somebody_else' && (
            <p>
              You are signed in as somebody else. <a href="/sign-out">Sign out</a>, then open the link again.
            </p>
          )}
          {(subject.who === 'new' || subject.who === 'invited') && (
            <PostForm attempt={attempt} submit="Accept">
              {subject.who === 'new' && (
                <FormField of={acceptForm.fields.password} attempt={{ ...attempt, values: {} }} />
              )}
            </PostForm>
          )}
        </Card>
      )}
    </div>
  ),
  submit: async ({ program, person, subject, values }): Promise<OpenOutcome> => {
    if (!('of' in subject)) return subject.who === 'slow' ? slowDown(15 * 60) : { errors: {} };
    if (person === null) return acceptAsNew(program, subject, values.password ?? '');
    const { personId, email, sessionId } = person;
    const accepted = await acceptInvitation(program, subject.token, { signedIn: { personId, email } });
    if (!accepted.ok) return { errors: { form: wording[accepted.refusal] } };
    await chooseSchool(program.database.auth, { id: sessionId }, accepted.value);
    return { goTo: '/', flash: 'Invitation accepted' };
  },
});

async function acceptAsNew(
  program: Program,
  { token, of: { invitation } }: { readonly token: string; readonly of: OpenedInvitation },
  password: string,
): Promise<OpenOutcome> {
  const fault = await passwordFault(password, [invitation.email, invitation.knownAs]);
  if (fault !== null) return { errors: { password: fault } };
  const accepted = await acceptInvitation(program, token, { password });
  return accepted.ok
    ? { goTo: '/sign-in', flash: 'Invitation accepted. Sign in with your email address and the password.' }
    : { errors: { form: wording[accepted.refusal] } };
}

/** The same for a link that was used, has expired, was withdrawn or was guessed. */
function Dead({ isSlow }: { isSlow: boolean }) {
  return isSlow ? (
    <EmptyState title="Too many links were tried">
      <p>Wait a quarter of an hour and open your link again.</p>
    </EmptyState>
  ) : (
    <EmptyState title="This link does not work any more">
      <p>
        A link works once, for seven days. If you have accepted it already, <a href="/sign-in">sign in</a>.
        Else ask whoever invited you for another.
      </p>
    </EmptyState>
  );
}

function What({ of: { invitation, schoolName } }: { of: OpenedInvitation }) {
  const { role, fromOn, untilOn, guest, email } = invitation;
  const until = untilOn === null ? '' : ` until ${longDate(untilOn)}`;
  return (
    <>
      {guest === null ? (
        <p>{`${schoolName} asks you to join as ${roles[role].name}, from ${longDate(fromOn)}${until}.`}</p>
      ) : (
        <p>
          {`${schoolName} asks you as a guest to ${guest.pupilIds.length === 1 ? 'one pupil' : `${guest.pupilIds.length} pupils`}${until}: ${guest.reason}. You will read: ${guestSeesWords(guest.sees)}. Whatever you open is recorded.`}
        </p>
      )}
      <p class="quiet">{`For ${email}`}</p>
    </>
  );
}
