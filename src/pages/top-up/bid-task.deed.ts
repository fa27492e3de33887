import { z } from 'zod';
import { addTask } from '#src/modules/tasks/index.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { bidHref, loadWholeBid, OfBid } from './bid-of.ts';

/** Makes a task of what an application still lacks: the actor's own, due with the window, to be given to another on its page. */
export default deed({
  path: '/top-up/:bidId/tasks/:missingKey',
  params: OfBid.extend({ missingKey: z.string().max(40) }),
  may: 'bid.write',
  from: ({ bidId }) => bidHref(bidId),
  load: ({ tx, actor, params }) => loadWholeBid(tx, params.bidId, actor),
  submit: async ({ tx, actor, params, subject: { bid, asks, window } }) => {
    const ask = asks.find(({ key, state }) => key === params.missingKey && state !== 'there');
    if (ask === undefined) return refuse('That is there by now.');
    const taskId = await addTask(tx, {
      pupilId: bid.pupilId,
      ownerPersonId: actor.personId,
      title: ask.task.slice(0, 200),
      details: `For the application for top-up to ${bid.authority}, which asks for: ${ask.words}`,
      dueOn: window?.closesOn,
      origin: 'by_hand',
      audience: 'staff',
    });
    return goTo(`/tasks/${taskId}`, 'Task made');
  },
});
