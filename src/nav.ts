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
    ...(may(actor, 'provision.read') ? [{ label: 'Provision', href: '/provision' }] : []),
    ...(may(actor, 'plan.read') || may(actor, 'case.read')
      ? [{ label: 'Reviews', href: may(actor, 'case.read') ? '/reviews' : '/reviews/plans' }]
      : []),
    ...(may(actor, 'week.read') ? [{ label: 'Team', href: '/team' }] : []),
    ...(may(actor, 'register.figures') ? [{ label: 'Insight', href: '/insight' }] : []),
    ...(may(actor, 'school.read') ? [{ label: 'School', href: '/school' }] : []),
  ];
}
