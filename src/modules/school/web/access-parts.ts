import { type Actor, may } from '#src/kernel/access.ts';
import type { Action } from '#src/ui/action-list.tsx';

/** The pages of who may see what that the actor may open. */
export const accessParts = (actor: Actor): readonly Action[] => [
  ...(may(actor, 'people.manage')
    ? [
        { label: 'People and roles', href: '/people', why: 'Who signs in, and what they may see' },
        { label: 'Guests', href: '/guests', why: 'Outside people who see named pupils until a day' },
        { label: 'Signing in', href: '/school/signing-in', why: 'The second step, and when screens lock' },
        {
          label: 'For programs',
          href: '/school/programs',
          why: 'Tokens by which other systems read and write here',
        },
      ]
    : []),
  ...(may(actor, 'rights.read')
    ? [
        {
          label: 'Privacy',
          href: '/school/privacy',
          why: 'Requests, what is kept and how long, the impact assessment and the notices',
        },
      ]
    : []),
  ...(may(actor, 'mail.read') ? [{ label: 'Mail', href: '/mail', why: 'What Sendero has sent' }] : []),
  ...(may(actor, 'trust.read') ? [{ label: 'Trust', href: '/trust', why: 'The schools of the trust' }] : []),
];
