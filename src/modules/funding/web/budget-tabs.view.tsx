import type { Actor } from '#src/kernel/access.ts';
import { ChipNav } from '#src/ui/chip-nav.tsx';
import { InsightTabs } from '#src/ui/insight-tabs.tsx';

const tabs = [
  { label: 'Lines of the year', href: '/budget' },
  { label: 'One picture', href: '/budget/picture' },
  { label: 'Value for money', href: '/budget/value' },
  { label: 'Proposals', href: '/budget/proposals' },
] as const;

/** Where the budget stands among the figures, and the pages of it. */
export const BudgetTabs = ({ actor, current }: { actor: Actor; current: (typeof tabs)[number]['href'] }) => (
  <>
    <InsightTabs actor={actor} current="/budget" />
    <ChipNav
      label="Budget"
      links={tabs.map(({ label, href }) => ({ label, href, isCurrent: href === current }))}
    />
  </>
);
