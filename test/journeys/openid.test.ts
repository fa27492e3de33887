import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withPassword } from '../given-identity.ts';
import { type OpenIdProvider, openProvider } from '../openid-provider.ts';
import { listenForComplaints, openChromium, openSite, type Site, violations, widths } from './browse.ts';

let site: Site;
let chromium: Browser;
let provider: OpenIdProvider;

beforeAll(async () => {
  site = await openSite(async (url) => {
    provider = await openProvider(url);
    return { providers: [provider.settings] };
  });
  chromium = await openChromium();
}, 120_000);

afterAll(async () => {
  await chromium.close();
  await site.close();
  await provider.close();
});

describe('sign-in by OpenID Connect', () => {
  it('opens the account of somebody who was invited, and tells a stranger why not', async () => {
    const { email } = await withPassword();
    const context = await chromium.newContext({ viewport: widths.desk });
    const complaints = listenForComplaints(context);
    const page = await context.newPage();

    // given a stranger whom the provider knows, and who has no account here
    provider.is({ sub: 'stranger', email: 'stranger@elsewhere.example', email_verified: true });
    await page.goto(`${site.url}/school`);
    await page.getByRole('link', { name: 'Sign in with the County' }).click();
    await page.getByText('nobody gets an account by signing in').waitFor();
    expect(await violations(page)).toEqual([]);

    // when somebody comes whom the school invited, the page opens that they wanted
    await context.clearCookies();
    provider.is({ sub: 'senco', email, email_verified: true });
    await page.goto(`${site.url}/school`);
    await page.getByRole('link', { name: 'Sign in with the County' }).click();
    await page.waitForURL('**/school');
    await page.getByRole('heading', { level: 1, name: 'Larkfield Primary' }).waitFor();

    // then the link stands on their account page, and is undone there
    await page.goto(`${site.url}/me/linked`);
    expect(await page.getByRole('rowheader', { name: 'the County' }).isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Unlink the County' }).click();
    await page.getByText('No account is linked').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
