import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { undoSession } from '../commands/log-session.ts';
import { loadLogged, logWords, OfSession } from './of-session.ts';

const back = '/provision/today';

/** Takes back what was logged: the session is open again. */
export default deed({
  path: '/provision/sessions/:sessionId/undo',
  params: OfSession,
  may: 'provision.log',
  from: () => back,
  load: ({ tx, actor, params }) => loadLogged(tx, actor, params),
  submit: async ({ tx, subject: { session } }) => {
    const done = await undoSession(tx, session, 'Undone');
    return done.ok ? goTo(back, 'Undone. The session is open again') : refuse(logWords[done.refusal]);
  },
});
