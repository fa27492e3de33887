import { z } from 'zod';
import { Forbidden } from '#src/kernel/stops.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { removeView } from '../commands/change-view.ts';
import { findView } from '../queries/list-views.ts';
import { mayChangeView } from './saved-views.page.tsx';

/** Takes a saved view away. The pupils that it showed are untouched. */
export default deed({
  path: '/pupils/views/:savedViewId/remove',
  params: z.object({ savedViewId: z.uuid() }),
  may: 'register.read',
  from: () => '/pupils/views',
  load: async ({ tx, actor, params }) => {
    const view = await findView(tx, params.savedViewId);
    if (view !== null && !mayChangeView(actor, view)) throw new Forbidden('a view of somebody else');
    return view;
  },
  submit: async ({ tx, subject }) => {
    const removed = await removeView(tx, subject);
    return removed.ok
      ? goTo('/pupils/views', 'View removed')
      : refuse('Somebody changed this view at the same moment. Look at it first.');
  },
});
