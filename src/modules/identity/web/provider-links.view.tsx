import type { Provider } from '#src/platform/auth/providers.ts';
import { withBack } from '#src/platform/auth/session.ts';
import { ButtonRow, LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';

/** The other ways in: a passkey, and the providers that whoever runs Sendero has named. */
export function ProviderLinks({ providers, back }: { providers: readonly Provider[]; back: string }) {
  return (
    <Card title="Other ways">
      <ButtonRow>
        <LinkButton kind="second" href={withBack('/sign-in/passkey', back)}>
          Sign in with a passkey
        </LinkButton>
        {providers.map(({ id, name }) => (
          <LinkButton key={id} kind="second" href={withBack(`/sign-in/with/${id}`, back)}>
            Sign in with {name}
          </LinkButton>
        ))}
      </ButtonRow>
    </Card>
  );
}

const noAccount =
  'No account here has the address that you signed in with. The SENCO of your school can invite you; nobody gets an account by signing in';
const words: Readonly<Record<string, string>> = {
  signup_disabled: noAccount,
  account_not_linked:
    'Your provider has not made sure that this email address is yours, so it cannot open an account here. Sign in with your password',
  unable_to_link_account:
    'Your account is linked to another person at this provider. Unlink it on your account page first',
  email_not_found: 'Your provider did not say what your email address is. Sign in with your password',
  no_role:
    'You have no role in a school today, so there is nothing to open. The SENCO of your school can give you one',
  provider_away:
    'The provider does not answer now. Sign in with your password, or try again in a few minutes',
  too_many: 'Too many tries. Wait 15 minutes and try again',
  access_denied: 'You stopped signing in at the provider',
};

/** Why a provider's answer opened nothing, in words; null when nothing was refused. */
export function notByProvider(code: string | undefined): string | null {
  if (code === undefined) return null;
  return Object.hasOwn(words, code)
    ? (words[code] ?? null)
    : 'Signing in did not work: the answer was too old, was used before, or was not meant for this browser. Try again';
}
