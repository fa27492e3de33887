import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { logSession } from '../commands/log-session.ts';
import { loadDue, logWords, OfSlotDay } from './of-session.ts';

const back = '/provision/today';

/** Logs a session as planned, with everybody there. */
export default deed({
  path: '/provision/slots/:slotId/days/:onDay/all-here',
  params: OfSlotDay,
  may: 'provision.log',
  from: () => back,
  load: ({ tx, actor, params }) => loadDue(tx, actor, { slotId: params.slotId, on: params.onDay }),
  submit: async ({ tx, subject: { full, planned } }) => {
    const { slotId, on } = planned;
    const told = { state: 'held' as const, reason: null, missing: [], note: null, nextStep: null };
    const done = await logSession(tx, { ...told, full, slotId, on });
    return done.ok ? goTo(back, 'Logged: all here') : refuse(logWords[done.refusal]);
  },
});
