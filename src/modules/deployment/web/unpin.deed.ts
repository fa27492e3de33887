import { deed } from '#src/platform/http/deed.ts';
import { keepInstead, loadPlacement, OfPlacement, weekFrom } from './of-placement.ts';

/** Lets go of what was pinned: a suggestion may move it. */
export default deed({
  path: '/team/on/:onDay/demands/:demandId/slots/:weekSlotId/staff/:staffId/unpin',
  params: OfPlacement,
  may: 'week.manage',
  from: weekFrom,
  load: ({ tx, params }) => loadPlacement(tx, params),
  submit: ({ tx, subject }) =>
    keepInstead(tx, subject, {
      instead: [{ ...subject.held, isPinned: false }],
      flash: 'Not pinned any more',
    }),
});
