import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { bringDemandBack } from '../commands/keep-demand.ts';
import { demandsHref, findDemand, OfDemand } from './of-demand.ts';
import { staleWords } from './team-words.ts';

/** Brings back into the week what was taken out of it. */
export default deed({
  path: '/team/demands/:demandId/bring-back',
  params: OfDemand,
  may: 'week.manage',
  from: () => demandsHref,
  load: async ({ tx, params }) => {
    const held = await findDemand(tx, params.demandId);
    return held?.isWithdrawn ? held : null;
  },
  submit: async ({ tx, subject }) =>
    (await bringDemandBack(tx, subject)).ok
      ? goTo(demandsHref, 'It is in the week again')
      : refuse(staleWords),
});
