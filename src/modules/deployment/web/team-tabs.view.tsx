import { type Actor, may, type Permission } from '#src/kernel/access.ts';
import { ChipNav } from '#src/ui/chip-nav.tsx';

type Tab = { readonly label: string; readonly href: string; readonly may: Permission };

const ofTeam = [
  { label: 'The week', href: '/team', may: 'week.read' },
  { label: 'Today', href: '/team/today', may: 'team.read' },
  { label: 'Who is away', href: '/team/absent', may: 'cover.mark' },
  { label: 'Meetings', href: '/team/meetings', may: 'team.read' },
  { label: 'Given to others', href: '/team/tasks', may: 'team.read' },
  { label: 'Where time goes', href: '/insight/time', may: 'team.read' },
] as const satisfies readonly Tab[];

/** What a week is made of: under *The week*. */
const ofWeek = [
  { label: 'Timetable', href: '/team', may: 'week.read' },
  { label: 'What is needed', href: '/team/demands', may: 'week.manage' },
  { label: 'Adults', href: '/team/adults', may: 'week.manage' },
  { label: 'Training needed', href: '/team/training', may: 'team.read' },
  { label: 'School day', href: '/team/day', may: 'week.manage' },
  { label: 'Suggested weeks', href: '/team/suggestions', may: 'week.manage' },
  { label: 'Scenarios', href: '/team/scenarios', may: 'week.manage' },
] as const satisfies readonly Tab[];

type Here = (typeof ofTeam)[number]['href'] | (typeof ofWeek)[number]['href'];

/** The pages about the team, as far as the actor may open them. */
export function TeamTabs({ actor, current }: { actor: Actor; current: Here }) {
  const links = (tabs: readonly Tab[], here: string) =>
    tabs
      .filter((one) => may(actor, one.may))
      .map(({ label, href }) => ({ label, href, isCurrent: href === here }));
  const parts = links(ofWeek, current);
  const isOfWeek = parts.some(({ isCurrent }) => isCurrent);
  return (
    <>
      <ChipNav label="Team" links={links(ofTeam, isOfWeek ? '/team' : current)} />
      {isOfWeek && parts.length > 1 && <ChipNav label="The week" links={parts} />}
    </>
  );
}
