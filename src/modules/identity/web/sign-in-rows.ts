import { timeWords } from '#src/platform/clock/clock.ts';
import type { SummaryRow } from '#src/ui/summary-list.tsx';
import type { SignInOfPerson } from './sign-in-of-person.ts';

/** How somebody signs in, with what an administrator may do about it. */
export function signInRows(of: SignInOfPerson | null): readonly SummaryRow[] {
  if (of === null) return [{ key: 'Email address', value: '–' }];
  const { member, email, hasSecondStep, sessions, lastSeenAt } = of;
  const address = `/people/${member.personId}`;
  const reset = { label: 'Reset', about: 'the second step', href: `${address}/reset-second-step` };
  const end = { label: 'Sign out everywhere', href: `${address}/end-sessions` };
  const seen = lastSeenAt === null ? '' : `, last seen ${timeWords(lastSeenAt)}`;
  return [
    { key: 'Email address', value: email },
    { key: 'Second step', value: hasSecondStep ? 'Yes' : 'No', actions: hasSecondStep ? [reset] : [] },
    {
      key: 'Signed in',
      value:
        sessions === 0 ? 'Nowhere now' : `On ${sessions} ${sessions === 1 ? 'device' : 'devices'}${seen}`,
      actions: sessions === 0 ? [] : [end],
    },
  ];
}
