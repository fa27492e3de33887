import { page } from '#src/platform/http/page.tsx';
import { explainPlacement } from '../domain/explain-placement.ts';
import { boardOf } from '../domain/placement/board.ts';
import { pupilsOfWeek } from '../domain/team-view.ts';
import { getWeek } from '../queries/get-week.ts';
import { OfPlacement, weekFrom } from './of-placement.ts';
import { type Why, WhyPlaced } from './why.view.tsx';

/** Why somebody helps at a time of the week: which rules left this choice, and what other ways there are. */
export default page({
  path: '/team/on/:onDay/demands/:demandId/slots/:weekSlotId/staff/:staffId/why',
  params: OfPlacement,
  may: 'week.manage',
  section: 'Team',
  title: 'Why it is placed there',
  about: ({ week }: Why) => pupilsOfWeek(week),
  load: async ({ tx, params: { onDay, demandId, weekSlotId, staffId } }): Promise<Why | null> => {
    const week = await getWeek(tx, onDay);
    const asked = { demandId, slotId: weekSlotId, staffId, isPinned: false };
    const explained = explainPlacement(boardOf(week), week.placements, asked);
    return explained === null ? null : { week, explained };
  },
  view: ({ subject, params }) => (
    <WhyPlaced {...subject} back={{ href: weekFrom(params), label: 'Back to the week' }} />
  ),
});
