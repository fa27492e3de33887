import { type Actor, may, type Permission } from '../kernel/access.ts';
import { ChipNav } from './chip-nav.tsx';

const tabs = [
  { label: 'Figures', href: '/insight', may: 'register.figures' },
  { label: 'Budget', href: '/budget', may: 'budget.read' },
  { label: 'One picture', href: '/budget/picture', may: 'budget.read' },
  { label: 'Value for money', href: '/budget/value', may: 'budget.read' },
  { label: 'Proposals', href: '/budget/proposals', may: 'budget.read' },
] as const satisfies readonly { label: string; href: string; may: Permission }[];

/** What can be looked into, as far as the actor may open it; one alone is no choice. */
export function InsightTabs({ actor, current }: { actor: Actor; current: (typeof tabs)[number]['href'] }) {
  const open = tabs.filter((one) => may(actor, one.may));
  return open.length < 2 ? null : (
    <ChipNav
      label="Insight"
      links={open.map(({ label, href }) => ({ label, href, isCurrent: href === current }))}
    />
  );
}
