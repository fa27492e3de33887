import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import * as given from '#test/given.ts';
import { passwordLinkFor, wasWrittenTo } from '#test/given-identity.ts';
import { browser, errorsShown, uniqueEmail, valueBeside } from '#test/http.ts';
import { giveMembership } from '../commands/give-membership.ts';

const password = 'violet tractor umbrella';
const newPassword = 'copper lantern whistle';

async function memberWithPassword() {
  const school = await given.school();
  const account = await given.account(password);
  await given.inSchool(school, (tx) =>
    giveMembership(tx, { ...account, knownAs: 'Mrs Doyle', role: 'senco', fromOn: schoolDate('2026-09-01') }),
  );
  return account;
}
const signIn = async (email: string, typed = password) => {
  const device = browser();
  const { goesTo } = await device.post('/sign-in', { email, password: typed });
  return { device, isIn: goesTo !== null };
};

describe("one's own account", () => {
  it('shows name, address and roles to whoever is signed in', async () => {
    const { browser: own, email } = await given.person(await given.school(), 'head');
    const shown = await own.get('/me');
    expect(valueBeside(shown, 'Email address')).toBe(email);
    expect(valueBeside(shown, 'Roles')).toBe('Larkfield Primary: Headteacher');
    expect((await browser().get('/me')).goesTo).toBe('/sign-in?then=%2Fme');
  });

  it('stays open to somebody whose last role has ended', async () => {
    const school = await given.school();
    const { personId, browser: own } = await given.person(school);
    await given.inSchool(school, (tx) =>
      giveMembership(tx, {
        personId,
        knownAs: 'Mr Ash',
        role: 'senco',
        fromOn: schoolDate('2026-09-01'),
        untilOn: schoolDate('2026-11-23'),
      }),
    );
    expect(valueBeside(await own.get('/me'), 'Roles')).toBe('None today');
    expect((await own.get('/school')).status).toBe(403);
  });
});

describe('reading preferences', () => {
  const chosen = {
    size: 'large',
    spacing: 'wide',
    tint: 'cream',
    typeface: 'system',
    motion: 'reduced',
    keys: 'off',
  };

  it('hold from the next page on', async () => {
    const { browser: own } = await given.person(await given.school(), 'ta');
    const before = await own.get('/me/reading');
    expect([before.$('html').attr('data-tint'), before.$('input[name=tint][checked]').val()]).toEqual([
      undefined,
      'none',
    ]);
    expect((await own.post('/me/reading', chosen)).status).toBe(303);
    const { $ } = await own.get('/me/reading');
    expect($('html').attr()).toMatchObject({
      'data-size': 'large',
      'data-spacing': 'wide',
      'data-tint': 'cream',
      'data-typeface': 'system',
      'data-motion': 'reduced',
      'data-keys': 'off',
    });
    expect($('input[name=size][checked]').val()).toBe('large');
  });

  it('are only those that there are', async () => {
    const { browser: own } = await given.person(await given.school(), 'ta');
    const wrong = await own.post('/me/reading', { ...chosen, tint: 'plaid' });
    expect([wrong.status, errorsShown(wrong)]).toEqual([422, ['Select colour of the page']]);
    expect((await browser().get('/me/reading')).goesTo).toBe('/sign-in?then=%2Fme%2Freading');
  });
});

describe('changing the password', () => {
  it('keeps this session in its school and ends the others', async () => {
    const { email } = await memberWithPassword();
    const { device } = await signIn(email);
    const { device: other } = await signIn(email);
    const done = await device.post('/me/password', { current: password, password: newPassword });
    expect(done.goesTo).toBe('/me');
    expect((await device.get('/school')).status).toBe(200);
    expect((await other.get('/school')).goesTo).toBe('/sign-in?then=%2Fschool');
    expect([(await signIn(email)).isIn, (await signIn(email, newPassword)).isIn]).toEqual([false, true]);
  });

  it('asks for the present one and for one that is hard to guess', async () => {
    const { email } = await memberWithPassword();
    const { device } = await signIn(email);
    const wrong = await device.post('/me/password', { current: 'another thing', password: newPassword });
    expect([wrong.status, errorsShown(wrong)]).toEqual([422, ['The present password is not right']]);
    const weak = await device.post('/me/password', { current: password, password: 'password1234' });
    expect(errorsShown(weak)).toEqual([
      'Choose a password that is harder to guess, such as three unrelated words',
    ]);
    expect((await browser().get('/me/password')).goesTo).toBe('/sign-in?then=%2Fme%2Fpassword');
  });
});

describe('a forgotten password', () => {
  it('is chosen anew by a link that works once', async () => {
    const { email } = await memberWithPassword();
    const { device } = await signIn(email);
    const asked = await browser().post('/forgotten-password', { email });
    expect(asked.goesTo).toBe('/sign-in');
    const link = await passwordLinkFor(email);
    expect((await browser().get(link)).$('h1').text()).toBe('Choose a password');
    const weak = await browser().post(link, { password: 'short' });
    expect([weak.status, errorsShown(weak)]).toEqual([422, ['Password must be 12 characters or more']]);
    expect((await browser().post(link, { password: newPassword })).goesTo).toBe('/sign-in');
    expect((await device.get('/me')).goesTo).toBe('/sign-in?then=%2Fme');
    expect((await signIn(email, newPassword)).isIn).toBe(true);
    const again = await browser().post(link, { password });
    expect([again.status, errorsShown(again)]).toEqual([
      422,
      ['This link has been used or is too old. Ask for another'],
    ]);
  });

  it('tells nobody whether an address is known', async () => {
    const { email } = await memberWithPassword();
    const unknown = uniqueEmail();
    const ask = async (address: string) => {
      const device = browser();
      const { status, goesTo } = await device.post('/forgotten-password', { email: address });
      return [status, goesTo, (await device.get('/sign-in')).$('.govuk-notification-banner').text()];
    };
    expect(await ask(unknown)).toEqual(await ask(email));
    await passwordLinkFor(email);
    expect(await wasWrittenTo(unknown)).toBe(false);
  });

  it('cannot be asked for without end', async () => {
    const email = uniqueEmail();
    const answers = [];
    for (let i = 0; i < 9; i++) answers.push((await browser().post('/forgotten-password', { email })).status);
    expect(answers).toEqual([303, 303, 303, 303, 303, 303, 303, 303, 429]);
  });

  it('takes no link that was made up', async () => {
    const made = await browser().post('/choose-password/AAAAAAAAAAAAAAAAAAAAAAAA', { password: newPassword });
    expect([made.status, errorsShown(made)]).toEqual([
      422,
      ['This link has been used or is too old. Ask for another'],
    ]);
  });
});
