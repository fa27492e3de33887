import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { password, withPassword } from '../given-identity.ts';
import {
  listenForComplaints,
  openChromium,
  openSite,
  type Site,
  signIn,
  violations,
  widths,
} from './browse.ts';

let site: Site;
let chromium: Browser;

beforeAll(async () => {
  site = await openSite();
  chromium = await openChromium();
}, 120_000);

afterAll(async () => {
  await chromium.close();
  await site.close();
});

/** A device of its own inside the browser, that knows its person. */
async function plugIn(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    knowsPerson: (isUserVerified: boolean) =>
      session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  };
}

describe('a passkey', () => {
  it('is added, signs in as both steps in one, and is removed', async () => {
    const who = await withPassword();
    const context = await chromium.newContext({ viewport: widths.desk });
    const complaints = listenForComplaints(context);
    const page = await context.newPage();
    const device = await plugIn(page);

    // given somebody adds a passkey to their account
    await signIn(page, site, { email: who.email, password });
    await page.goto(`${site.url}/me/passkeys`);
    await page.getByRole('link', { name: 'Add a passkey' }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Name of this passkey').fill('School laptop');
    await page.getByLabel('Your password').fill(password);
    await page.getByRole('button', { name: 'Add the passkey' }).click();
    await page.waitForURL('**/me/passkeys');
    expect(await page.getByRole('rowheader', { name: 'School laptop' }).isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);

    // when they sign out, the passkey alone signs them in, as the second step too
    await page.goto(`${site.url}/sign-out`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Sign in with a passkey' }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use my passkey' }).click();
    await page.waitForURL('**/today');
    await page.goto(`${site.url}/me/sessions`);
    expect(await page.getByRole('cell', { name: 'Passkey' }).isVisible()).toBe(true);

    // and it unlocks the screen
    await site.program.database.auth.query(
      `update session set "lastSeenAt" = now() - interval '1 hour' where "userId" = $1`,
      [who.personId],
    );
    await page.goto(`${site.url}/people`);
    await page.getByRole('link', { name: 'Use a passkey' }).click();
    await page.getByRole('button', { name: 'Use my passkey' }).click();
    await page.waitForURL('**/people');

    // then, removed, it opens nothing any more
    await page.goto(`${site.url}/me/passkeys`);
    await page.getByRole('button', { name: 'Remove School laptop' }).click();
    await page.getByText('You have no passkey').waitFor();
    await page.goto(`${site.url}/sign-out`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.goto(`${site.url}/sign-in/passkey`);
    await page.getByRole('button', { name: 'Use my passkey' }).click();
    await page.getByText('This passkey is not known here').first().waitFor();

    // and a device that does not know its person is refused in words
    await device.knowsPerson(false);
    await page.getByRole('button', { name: 'Use my passkey' }).click();
    await page.getByText('No passkey was used').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says without script why it needs one', async () => {
    const context = await chromium.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.url}/sign-in/passkey`);
    expect(await page.locator('main').innerText()).toContain('needs a browser that runs scripts');
    await page.getByRole('button', { name: 'Use my passkey' }).click();
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('runs scripts');
    await context.close();
  });
});
