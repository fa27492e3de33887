import { type Actor, may } from '#src/kernel/access.ts';
import { filterAddress } from '../domain/register-filter.ts';
import { seesCensus } from './census-view.ts';
import { listsBeside, type RegisterView } from './register-view.ts';

/** The lists beside the register that there is something for. */
export function besides(view: RegisterView, actor: Actor) {
  const has = listsBeside(view);
  return [
    { label: 'Classes', href: '/classes', isThere: true },
    { label: 'Special places', href: '/special-places', isThere: has.specialPlaces },
    { label: 'Placements', href: '/placements', isThere: has.placements },
    { label: 'Concerns', href: '/concerns', isThere: may(actor, 'concern.raise') },
    {
      label: 'Begin plans',
      href: filterAddress(view.filter, '/plans/begin'),
      isThere: may(actor, 'plan.write'),
    },
    { label: 'Census', href: '/census', isThere: seesCensus(actor) },
  ].filter((one) => one.isThere);
}
