import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import type { Provider as NamedProvider } from '#src/platform/auth/providers.ts';
import { backAddress } from '#src/platform/auth/providers.ts';

type Account = { readonly sub: string; readonly email: string; readonly email_verified: boolean };

/** A real provider of OpenID Connect on this machine. Whoever comes is signed in as `is` says. */
export type OpenIdProvider = {
  readonly settings: NamedProvider;
  readonly is: (account: Account) => void;
  readonly close: () => Promise<void>;
};

type Context = {
  readonly oidc: {
    readonly client: { readonly clientId: string };
    readonly session: { readonly accountId: string };
    readonly provider: Provider;
  };
};

/** Starts it for one client of ours, whose pages stand at `url`. */
export async function openProvider(url: string): Promise<OpenIdProvider> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const issuer = `http://127.0.0.1:${address.port}`;
  const accounts = new Map<string, Account>();
  let now: Account = { sub: 'nobody', email: '', email_verified: false };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'sendero',
        client_secret: 'a secret of the provider',
        redirect_uris: [backAddress(url, 'openid')],
        token_endpoint_auth_method: 'client_secret_post',
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    cookies: { keys: ['keys of the test'] },
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ name: 'Somebody', ...accounts.get(accountId) }),
    }),
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client.clientId,
        accountId: oidc.session.accountId,
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) return answer(request, response);
    void provider.interactionFinished(request, response, { login: { accountId: now.sub } });
  });
  return {
    settings: {
      id: 'openid',
      name: 'the County',
      issuer,
      clientId: 'sendero',
      clientSecret: 'a secret of the provider',
    },
    is: (account) => {
      now = account;
      accounts.set(account.sub, account);
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

/** Goes through the provider's redirects as a browser does, and stops where it leads back to us. */
export async function throughProvider(from: string, issuer: string): Promise<string> {
  const jar = new Map<string, string>();
  let address = from;
  for (let hop = 0; hop < 8; hop++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, { redirect: 'manual', headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const next = new URL(answer.headers.get('location') ?? 'about:blank', address);
    if (next.protocol === 'about:')
      throw new Error(`The provider stopped: ${(await answer.text()).slice(0, 500)}`);
    if (next.origin !== new URL(issuer).origin) return next.pathname + next.search;
    address = next.href;
  }
  throw new Error('The provider leads in circles');
}
