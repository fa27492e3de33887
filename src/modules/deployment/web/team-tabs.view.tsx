import { ChipNav } from '#src/ui/chip-nav.tsx';

const tabs = [
  { label: 'The week', href: '/team' },
  { label: 'What is needed', href: '/team/demands' },
  { label: 'Adults', href: '/team/adults' },
  { label: 'School day', href: '/team/day' },
  { label: 'Suggested weeks', href: '/team/suggestions' },
] as const;

/** The pages of the week of the adults. */
export function TeamTabs({ current }: { current: (typeof tabs)[number]['href'] }) {
  return <ChipNav label="Team" links={tabs.map((tab) => ({ ...tab, isCurrent: tab.href === current }))} />;
}
