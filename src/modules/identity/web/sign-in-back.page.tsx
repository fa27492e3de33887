import { ProviderId } from '#src/platform/auth/providers.ts';
import { ownAddress } from '#src/platform/auth/session.ts';
import { elsewhere, openPage } from '#src/platform/http/open-page.tsx';
import { endSessions, findSessionOwner } from '../commands/own-sessions.ts';
import { placeOf } from '../commands/place-of.ts';
import { emptyForm } from '../domain/sign-in.form.ts';
import { finishSignIn, tokenIn } from './finish-sign-in.ts';
import { keepCookies } from './keep-cookies.ts';

/**
 * Where a provider sends people back to. The library checks state, code, nonce and token, and begins a session only
 * for an address that has an account and that the provider vouches for. A second step, where somebody has one, is
 * still asked.
 */
export default openPage({
  path: '/sign-in/with/:provider/back',
  may: 'open',
  title: 'Sign in',
  form: emptyForm,
  load: async ({ web, program, person }) => {
    const provider = ProviderId.safeParse(web.req.param('provider'));
    if (!provider.success) return null;
    const answer = await program.auth.api.callbackOAuth({
      method: 'GET',
      params: { id: provider.data },
      query: web.req.query(),
      headers: web.req.raw.headers,
      asResponse: true,
    });
    const goesTo = URL.parse(answer.headers.get('location') ?? '', program.settings.url);
    const refused = goesTo?.searchParams.get('error') ?? null;
    if (refused !== null || goesTo === null || answer.status >= 400)
      return elsewhere(web, `/sign-in?refused=${encodeURIComponent(refused ?? 'failed')}`);
    const cookies = answer.headers.getSetCookie();
    const token = tokenIn(cookies);
    const pool = program.database.auth;
    const personId = await findSessionOwner(pool, token);
    if (personId === null) return elsewhere(web, '/sign-in?refused=failed');
    const back = ownAddress(goesTo.pathname + goesTo.search);
    const done = await finishSignIn(program, { personId, token, cookies, strongBy: null, back });
    if ('errors' in done) return elsewhere(web, '/sign-in?refused=no_role');
    await program.throttles.address.giveBack(placeOf(web));
    // The session that was locked, or of somebody else in this browser, has no cookie any more.
    if (person !== null) await endSessions(pool, person.personId, { only: person.sessionId });
    keepCookies(web, answer);
    return elsewhere(web, done.goTo);
  },
  view: () => <p>Signing in</p>,
});
