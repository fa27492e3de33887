import { deed } from '#src/platform/http/deed.ts';
import { keepInstead, loadPlacement, OfPlacement, weekFrom } from './of-placement.ts';

/** Pins what is placed: a suggestion leaves it where it is. */
export default deed({
  path: '/team/on/:onDay/demands/:demandId/slots/:weekSlotId/staff/:staffId/pin',
  params: OfPlacement,
  may: 'week.manage',
  from: weekFrom,
  load: ({ tx, params }) => loadPlacement(tx, params),
  submit: ({ tx, subject }) =>
    keepInstead(tx, subject, { instead: [{ ...subject.held, isPinned: true }], flash: 'Pinned' }),
});
