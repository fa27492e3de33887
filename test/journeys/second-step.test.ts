import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, password, type WithPassword, withPassword } from '../given-identity.ts';
import {
  expectNoSideways,
  listenForComplaints,
  openChromium,
  openSite,
  type Site,
  violations,
  widths,
} from './browse.ts';

let site: Site;
let chromium: Browser;
let who: WithPassword;

beforeAll(async () => {
  who = await withPassword();
  site = await openSite();
  chromium = await openChromium();
}, 120_000);

afterAll(async () => {
  await chromium.close();
  await site.close();
});

describe('a second step', () => {
  it('is set up, used, and got round by a recovery code when the phone is lost', async () => {
    const context = await chromium.newContext({ viewport: widths.phone });
    const complaints = listenForComplaints(context);
    const page = await context.newPage();
    const look = async () => {
      expect(await violations(page)).toEqual([]);
      await expectNoSideways(page);
    };
    const signIn = async () => {
      await page.goto(`${site.url}/sign-in`);
      await page.getByLabel('Email address').fill(who.email);
      await page.getByLabel('Password', { exact: true }).fill(password);
      await page.getByRole('button', { name: 'Sign in' }).click();
    };
    const signOut = async () => {
      await page.goto(`${site.url}/sign-out`);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL('**/sign-in');
    };

    // given the SENCO asks for a second step of those who see the whole school
    await signIn();
    await page.waitForURL((url) => url.pathname !== '/sign-in');
    await page.goto(`${site.url}/school/signing-in`);
    await look();
    await page.getByLabel('Those who see the whole school sign in with a second step').check();
    await page.getByRole('button', { name: 'Save' }).click();

    // then they are led to set it up themselves
    await page.waitForURL('**/me/second-step?**');
    await look();
    await page.getByLabel('Your password').fill(password);
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.waitForURL('**/confirm');
    expect((await page.getByRole('img', { name: /key/ }).boundingBox())?.width).toBeGreaterThan(150);
    await look();
    await page.getByLabel('The code that the app shows now').fill(await codeOf(who.personId));
    await page.getByRole('button', { name: /^Switch the second step on/ }).click();
    await page.waitForURL('**/codes');
    await look();
    const [code = ''] = await page.locator('ol b').allInnerTexts();
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.waitForURL('**/today');

    // when they sign in again, the code of the phone is asked
    await signOut();
    await signIn();
    await page.waitForURL('**/sign-in/code');
    await look();
    await page.getByLabel('Code').fill(await codeOf(who.personId));
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.waitForURL('**/today');

    // and when the phone is lost, a code from the slip opens the account
    await signOut();
    await signIn();
    await page.getByRole('link', { name: 'Use a recovery code' }).click();
    await look();
    await page.getByLabel('Recovery code').fill(code);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.waitForURL('**/today');
    await page.getByText('9 recovery codes left').waitFor();

    // and two quick Escapes hide the page, name and title, until any key
    const title = await page.title();
    // Both pressed inside the page: half a second is less than a busy machine may take for two errands.
    await page.evaluate(() => {
      const press = () => new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
      for (let i = 0; i < 2; i++) document.body.dispatchEvent(press());
    });
    await page.getByText('Hidden. Press any key.').waitFor();
    expect([await page.title(), await page.locator('main').isVisible()]).toEqual(['Sendero', false]);
    await page.keyboard.press('a');
    expect([await page.title(), await page.locator('main').isVisible()]).toEqual([title, true]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is asked again by a screen that was left alone', async () => {
    const other = await withPassword('teacher');
    const context = await chromium.newContext({ viewport: widths.desk });
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(`${site.url}/sign-in?then=%2Ftoday`);
    await page.getByLabel('Email address').fill(other.email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/today');
    await site.program.database.auth.query(
      `update session set "lastSeenAt" = now() - interval '15 minutes' where "userId" = $1`,
      [other.personId],
    );
    await page.clock.fastForward('15:01');
    await page.waitForURL('**/locked?then=%2Ftoday');
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Your password').fill(password);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.waitForURL('**/today');
    await context.close();
  });
});
