import { z } from 'zod';
import { StaffId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { explainPlacement } from '../domain/explain-placement.ts';
import { boardOf } from '../domain/placement/board.ts';
import { pupilsOfWeek } from '../domain/team-view.ts';
import { loadSuggestion } from './of-suggestion.ts';
import { type Why, WhyPlaced } from './why.view.tsx';

/** Why a suggestion would place somebody at a time of the week, beside all else that it would place. */
export default page({
  path: '/team/suggestions/:weekSuggestionId/demands/:demandId/slots/:weekSlotId/staff/:staffId',
  params: z.object({
    weekSuggestionId: z.uuid(),
    demandId: z.uuid(),
    weekSlotId: z.uuid(),
    staffId: StaffId,
  }),
  may: 'week.manage',
  section: 'Team',
  title: 'Why it is suggested there',
  about: ({ week }: Why) => pupilsOfWeek(week),
  load: async ({ tx, params: { weekSuggestionId, demandId, weekSlotId, staffId } }): Promise<Why | null> => {
    const found = await loadSuggestion(tx, weekSuggestionId);
    if (found === null) return null;
    const { week, suggestion } = found;
    const asked = { demandId, slotId: weekSlotId, staffId, isPinned: false };
    const explained = explainPlacement(boardOf(week), suggestion.placements, asked);
    return explained === null ? null : { week, explained };
  },
  view: ({ subject, params }) => (
    <WhyPlaced
      {...subject}
      back={{ href: `/team/suggestions/${params.weekSuggestionId}`, label: 'Back to the suggested week' }}
    />
  ),
});
