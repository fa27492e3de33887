import { z } from 'zod';
import { ProviderId } from '#src/platform/auth/providers.ts';
import { ownAddress } from '#src/platform/auth/session.ts';
import { elsewhere, openPage } from '#src/platform/http/open-page.tsx';
import { placeOf } from '../commands/place-of.ts';
import { emptyForm } from '../domain/sign-in.form.ts';
import { keepCookies } from './keep-cookies.ts';

/** Goes to the provider. A link and no form: the policy of our pages lets no form lead to another site. */
export default openPage({
  path: '/sign-in/with/:provider',
  may: 'open',
  title: 'Sign in',
  form: emptyForm,
  load: async ({ web, program }) => {
    const provider = ProviderId.safeParse(web.req.param('provider'));
    const { providers = [] } = program.settings;
    if (!provider.success || !providers.some(({ id }) => id === provider.data)) return null;
    const wait = await program.throttles.address.tries(placeOf(web));
    if (wait !== null) return elsewhere(web, '/sign-in?refused=too_many');
    const answer = await program.auth.api.signInSocial({
      body: {
        provider: provider.data,
        callbackURL: ownAddress(web.req.query('then')),
        errorCallbackURL: '/sign-in',
        disableRedirect: true,
      },
      headers: web.req.raw.headers,
      asResponse: true,
    });
    if (!answer.ok) return elsewhere(web, '/sign-in?refused=provider_away');
    keepCookies(web, answer);
    return web.redirect(z.object({ url: z.url() }).parse(await answer.json()).url, 303);
  },
  view: () => <p>Going to your provider</p>,
});
