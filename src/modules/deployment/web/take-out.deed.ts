import { deed } from '#src/platform/http/deed.ts';
import { keepInstead, loadPlacement, OfPlacement, weekFrom } from './of-placement.ts';

/** Takes out of the week what was placed, from a day on. */
export default deed({
  path: '/team/on/:onDay/demands/:demandId/slots/:weekSlotId/staff/:staffId/take-out',
  params: OfPlacement,
  may: 'week.manage',
  from: weekFrom,
  load: ({ tx, params }) => loadPlacement(tx, params),
  submit: ({ tx, subject }) => keepInstead(tx, subject, { instead: [], flash: 'Taken out of the week' }),
});
