import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '#src/app.ts';
import { stoppedClock } from '#src/platform/clock/clock.ts';
import { openProgram } from '#src/start.ts';
import * as given from '#test/given.ts';
import { byPassword, codeOf, eventsAbout, setUpSecondStep, withPassword } from '#test/given-identity.ts';
import { type Browser, browser, uniqueEmail } from '#test/http.ts';
import { type OpenIdProvider, openProvider, throughProvider } from '#test/openid-provider.ts';
import { asOwner, ownerUrl, program, testInstant } from '#test/worker-database.ts';

let provider: OpenIdProvider;
let own: Awaited<ReturnType<typeof openProgram>>;
let device: () => Browser;

beforeAll(async () => {
  provider = await openProvider(program.settings.url);
  const settings = { ...program.settings, providers: [provider.settings] };
  own = await openProgram(settings, ownerUrl, { clock: stoppedClock(testInstant), connections: 2 });
  const app = buildApp(own);
  device = () => browser('', app);
});

afterAll(async () => {
  await own.close();
  await provider.close();
});

let next = 1;
const account = (email: string, email_verified = true, sub = `sub-${next++}`) => ({
  sub,
  email,
  email_verified,
});

/** Goes to the provider and comes back with its answer, not yet handed in. */
async function goThrough(by: Browser, then = ''): Promise<string> {
  const gone = await by.get(`/sign-in/with/openid${then}`);
  return throughProvider(gone.goesTo ?? '', provider.settings.issuer);
}
const accounts = (personId: string) =>
  asOwner<Record<string, unknown>>(
    `select "providerId", "accountId", "accessToken", "refreshToken", "idToken" from auth.account
     where "userId" = $1 and "providerId" <> 'credential'`,
    [personId],
  );
const refusalOf = async (by: Browser, back: string) => {
  const { goesTo } = await by.get(back);
  const shown = await by.get(goesTo ?? '');
  return shown.$('.govuk-warning-text').text();
};

describe('signing in by OpenID Connect', () => {
  it('is offered only where a provider is named', async () => {
    await given.account('violet tractor umbrella');
    expect((await device().get('/sign-in')).$('a[href="/sign-in/with/openid"]').text()).toBe(
      'Sign in with the County',
    );
    expect((await browser().get('/sign-in')).$('a[href^="/sign-in/with/"]').length).toBe(0);
    expect((await browser().get('/sign-in/with/openid')).status).toBe(404);
    expect((await device().get('/sign-in/with/google')).status).toBe(404);
    expect((await device().get('/sign-in/with/anything')).status).toBe(404);
  });

  it('sends state, nonce and a challenge to the provider', async () => {
    const { goesTo, status } = await device().get('/sign-in/with/openid');
    const asked = new URL(goesTo ?? '').searchParams;
    expect(status).toBe(303);
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const part of ['state', 'nonce', 'code_challenge'])
      expect(asked.get(part)?.length).toBeGreaterThan(20);
    expect(asked.get('redirect_uri')).toBe('http://localhost:3000/sign-in/with/openid/back');
  });

  it('opens the account of a verified address, returns to where one was, and is linked once', async () => {
    const school = await given.school();
    const { email, personId } = await given.person(school, 'senco');
    provider.is(account(email));
    for (let i = 0; i < 2; i++) {
      const by = device();
      const done = await by.get(await goThrough(by, '?then=%2Fschool'));
      expect([done.status, done.goesTo]).toEqual([303, '/school']);
      expect((await by.get('/school')).status).toBe(200);
    }
    expect(await accounts(personId)).toEqual([
      expect.objectContaining({
        providerId: 'openid',
        accessToken: null,
        refreshToken: null,
        idToken: null,
      }),
    ]);
  });

  it('is shown on the account page, and unlinked there with an event', async () => {
    const { email, personId } = await given.person(await given.school(), 'senco');
    provider.is(account(email));
    const by = device();
    await by.get(await goThrough(by));
    const { $, text } = await by.get('/me/linked');
    expect(text).toContain('the County');
    const id = String($('input[name=id]').val());
    expect((await by.post('/me/linked', { id: 'another' })).status).toBe(303);
    expect((await accounts(personId)).length).toBe(1);
    await by.post('/me/linked', { id });
    expect(await accounts(personId)).toEqual([]);
    expect((await eventsAbout(personId)).map(({ type }) => type)).toContain('ProviderUnlinked');
  });

  it('takes no answer with the state of another, or of nobody', async () => {
    const { email } = await given.person(await given.school(), 'senco');
    provider.is(account(email));
    const [by, victim] = [device(), device()];
    const back = await goThrough(by);
    const words = 'was not meant for this browser';
    expect(await refusalOf(victim, back)).toContain(words);
    expect(await refusalOf(device(), back.replace(/state=[^&]+/, 'state=made-up'))).toContain(words);
    expect(await refusalOf(device(), back.replace(/[?&]state=[^&]+/, '?'))).toContain(words);
    expect((await victim.get('/me')).goesTo).toMatch(/^\/sign-in/);
  });

  it('takes no answer twice, nor a code that is not its own', async () => {
    const { email } = await given.person(await given.school(), 'senco');
    provider.is(account(email));
    const by = device();
    const back = await goThrough(by);
    const copy = browser(by.cookies(), buildApp(own));
    expect((await by.get(back)).goesTo).toBe('/');
    expect(await refusalOf(copy, back)).toContain('was used before');
    const guess = device();
    const other = await goThrough(guess);
    expect((await guess.get(other.replace(/code=[^&]+/, 'code=stolen'))).goesTo).toMatch(/refused=/);
    expect((await guess.get('/me')).goesTo).toMatch(/^\/sign-in/);
  });

  it('makes no account for an address that nobody invited', async () => {
    const email = uniqueEmail();
    provider.is(account(email));
    const by = device();
    expect(await refusalOf(by, await goThrough(by))).toContain('nobody gets an account by signing in');
    expect(await asOwner('select 1 from auth."user" where email = $1', [email])).toEqual([]);
  });

  it('opens nothing for an address that the provider has not verified', async () => {
    const { email, personId } = await given.person(await given.school(), 'senco');
    provider.is(account(email, false));
    const by = device();
    expect(await refusalOf(by, await goThrough(by))).toContain('has not made sure');
    expect(await accounts(personId)).toEqual([]);
    expect((await by.get('/me')).goesTo).toMatch(/^\/sign-in/);
  });

  it('opens nothing for a second person of the provider with the same address', async () => {
    const { email, personId } = await given.person(await given.school(), 'senco');
    provider.is(account(email));
    const first = device();
    await first.get(await goThrough(first));
    provider.is(account(email, true, 'somebody-else'));
    const second = device();
    expect(await refusalOf(second, await goThrough(second))).toContain('linked to another person');
    expect((await accounts(personId)).length).toBe(1);
  });

  it('still asks for the second step of whoever has one', async () => {
    const who = await withPassword();
    await setUpSecondStep(await byPassword(who), who.personId);
    provider.is(account(who.email));
    const by = device();
    await by.get(await goThrough(by, '?then=%2Fschool'));
    expect((await by.get('/school')).goesTo).toBe('/sign-in/code?then=%2Fschool');
    const before = by.cookies();
    const code = await codeOf(who.personId);
    expect((await by.post('/sign-in/code?then=%2Fschool', { code })).goesTo).toBe('/school');
    expect((await by.get('/school')).status).toBe(200);
    expect((await browser(before).get('/school')).goesTo).toMatch(/^\/sign-in/);
  });

  it('opens nothing for whoever has no role today', async () => {
    const { email } = await given.account('violet tractor umbrella');
    provider.is(account(email));
    const by = device();
    expect(await refusalOf(by, await goThrough(by))).toContain('You have no role in a school today');
    expect((await by.get('/me')).goesTo).toMatch(/^\/sign-in/);
  });
});
