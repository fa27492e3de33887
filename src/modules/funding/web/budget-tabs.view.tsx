import { type Actor, may, type Permission } from '#src/kernel/access.ts';
import { ChipNav } from '#src/ui/chip-nav.tsx';
import { InsightTabs } from '#src/ui/insight-tabs.tsx';

const tabs = [
  { label: 'Lines of the year', href: '/budget', may: 'budget.read' },
  { label: 'One picture', href: '/budget/picture', may: 'budget.read' },
  { label: 'Value for money', href: '/budget/value', may: 'budget.read' },
  { label: 'Proposals', href: '/budget/proposals', may: 'budget.read' },
  { label: 'Top-up', href: '/top-up', may: 'bid.figures' },
] as const satisfies readonly { label: string; href: string; may: Permission }[];

/** Where the budget stands among the figures, and the pages of it. */
export const BudgetTabs = ({ actor, current }: { actor: Actor; current: (typeof tabs)[number]['href'] }) => (
  <>
    <InsightTabs actor={actor} current="/budget" />
    <ChipNav
      label="Budget"
      links={tabs
        .filter((one) => may(actor, one.may))
        .map(({ label, href }) => ({ label, href, isCurrent: href === current }))}
    />
  </>
);
