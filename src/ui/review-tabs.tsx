import { type Actor, may, type Permission } from '../kernel/access.ts';
import { ChipNav } from './chip-nav.tsx';

const tabs = [
  { label: 'Deadlines', href: '/reviews', may: 'case.read' },
  { label: 'Plans', href: '/reviews/plans', may: 'plan.read' },
  { label: 'Annual reviews', href: '/annual-reviews', may: 'plan.read' },
  { label: 'Top-up', href: '/top-up', may: 'bid.read' },
  { label: 'Targets of a class', href: '/reviews/targets', may: 'plan.write' },
  { label: 'Provision', href: '/reviews/provision', may: 'impact.read' },
  { label: 'Asked of me', href: '/asks', may: 'plan.evidence' },
  { label: 'Asked for reviews', href: '/asks/reviews', may: 'plan.evidence' },
  { label: 'Who was asked', href: '/reviews/asks', may: 'plan.issue' },
] as const satisfies readonly { label: string; href: string; may: Permission }[];

/** The lists of what is to be reviewed, as far as the actor may open them. */
export const ReviewTabs = ({ actor, current }: { actor: Actor; current: (typeof tabs)[number]['href'] }) => (
  <ChipNav
    label="Reviews"
    links={tabs
      .filter((one) => may(actor, one.may))
      .map(({ label, href }) => ({ label, href, isCurrent: href === current }))}
  />
);
