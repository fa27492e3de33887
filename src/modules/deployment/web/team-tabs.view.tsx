import { type Actor, may, type Permission } from '#src/kernel/access.ts';
import { ChipNav } from '#src/ui/chip-nav.tsx';

const tabs = [
  { label: 'The week', href: '/team', may: 'week.read' },
  { label: 'Today', href: '/team/today', may: 'team.read' },
  { label: 'Who is away', href: '/team/absent', may: 'cover.mark' },
  { label: 'What is needed', href: '/team/demands', may: 'week.manage' },
  { label: 'Adults', href: '/team/adults', may: 'week.manage' },
  { label: 'School day', href: '/team/day', may: 'week.manage' },
  { label: 'Meetings', href: '/team/meetings', may: 'team.read' },
  { label: 'Given to others', href: '/team/tasks', may: 'team.read' },
  { label: 'Training needed', href: '/team/training', may: 'team.read' },
  { label: 'Where time goes', href: '/insight/time', may: 'team.read' },
] as const satisfies readonly { label: string; href: string; may: Permission }[];

/** The pages about the team, as far as the actor may open them. */
export const TeamTabs = ({ actor, current }: { actor: Actor; current: (typeof tabs)[number]['href'] }) => (
  <ChipNav
    label="Team"
    links={tabs
      .filter((one) => may(actor, one.may))
      .map(({ label, href }) => ({ label, href, isCurrent: href === current }))}
  />
);
