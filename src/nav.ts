import { type Member, may } from './kernel/access.ts';
import type { NavItem } from './platform/program.ts';

/** The menu: only what works, and only for those who may open it. */
export function nav(actor: Member): readonly NavItem[] {
  return [
    ...(may(actor, 'task.own') ? [{ label: 'Today', href: '/today' }] : []),
    ...(may(actor, 'register.read') ? [{ label: 'Pupils', href: '/pupils' }] : []),
    ...(may(actor, 'guest.read') && !may(actor, 'register.read')
      ? [{ label: 'Pupils', href: '/invited' }]
      : []),
    ...(may(actor, 'provision.read') || may(actor, 'cost.read')
      ? [{ label: 'Provision', href: may(actor, 'provision.read') ? '/provision' : '/provision/costs' }]
      : []),
    ...(may(actor, 'plan.read') || may(actor, 'case.read')
      ? [{ label: 'Reviews', href: may(actor, 'case.read') ? '/reviews' : '/reviews/plans' }]
      : []),
    ...teamOf(actor),
    ...(may(actor, 'register.figures') ? [{ label: 'Insight', href: '/insight' }] : []),
    ...(may(actor, 'school.read') ? [{ label: 'School', href: '/school' }] : []),
  ];
}

/** Where the team begins: with the week, for those who are in it; with who is away, for those who mark it alone. */
function teamOf(actor: Member): readonly NavItem[] {
  if (may(actor, 'week.read')) return [{ label: 'Team', href: '/team' }];
  return may(actor, 'cover.mark') ? [{ label: 'Team', href: '/team/absent' }] : [];
}
