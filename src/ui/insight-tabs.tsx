import { type Actor, may, type Permission } from '#src/kernel/access.ts';
import { ChipNav } from './chip-nav.tsx';

const tabs = [
  { label: 'Register', href: '/insight', may: 'register.figures' },
  { label: 'Impact', href: '/insight/impact', may: 'register.figures' },
  { label: 'Budget', href: '/budget', may: 'budget.read' },
  { label: 'Reports to the governors', href: '/insight/reports', may: 'register.figures' },
  { label: 'Schools of the trust', href: '/trust/impact', may: 'trust.read' },
] as const satisfies readonly { label: string; href: string; may: Permission }[];

/** The pages of figures, as far as the actor may open them. */
export const InsightTabs = ({ actor, current }: { actor: Actor; current: (typeof tabs)[number]['href'] }) => (
  <ChipNav
    label="Insight"
    links={tabs
      .filter((one) => may(actor, one.may))
      .map(({ label, href }) => ({ label, href, isCurrent: href === current }))}
  />
);
