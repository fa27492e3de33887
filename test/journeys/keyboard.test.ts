import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stoppedClock } from '#src/platform/clock/clock.ts';
import * as given from '../given.ts';
import * as givenPupils from '../given-pupils.ts';
import * as givenTasks from '../given-tasks.ts';
import { testInstant } from '../worker-database.ts';
import { focused, listenForComplaints, openChromium, openSite, type Site, tabTo, widths } from './browse.ts';

const password = 'violet tractor umbrella';
let site: Site;
let chromium: Browser;
let email: string;
let home: string;

beforeAll(async () => {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  const senco = await given.account(password);
  await given.giveRoles(school, senco.personId, ['senco']);
  await givenTasks.task(school, senco.personId, { title: 'Ring the speech therapist', pupilId });
  email = senco.email;
  home = `/pupils/${pupilId}`;
  site = await openSite(undefined, { clock: stoppedClock(testInstant) });
  chromium = await openChromium();
}, 120_000);

afterAll(async () => {
  await chromium.close();
  await site.close();
});

/** Whether what has the focus can be told by eye: a ring or another ground. */
const isRingSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const style = getComputedStyle(document.activeElement ?? document.body);
    return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
  });

describe('a morning without a mouse', () => {
  it('signs in, does a task and takes it back, logs a worry, finds the pupil and hides the screen', async () => {
    const context = await chromium.newContext({ viewport: widths.desk });
    const complaints = listenForComplaints(context);
    const page = await context.newPage();

    // given somebody at the sign-in page
    await page.goto(`${site.url}/today`);
    await tabTo(page, 'Email address');
    await page.keyboard.type(email);
    await tabTo(page, 'Password');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Tuesday 24 November' }).waitFor();

    // when the first Tab skips to the content and the task is done
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to main content');
    await page.keyboard.press('Enter');
    expect(await tabTo(page, 'Done: Ring the speech therapist')).toBeLessThan(8);
    expect(await isRingSeen(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('Done. It can be undone below.').waitFor();
    await tabTo(page, 'Undo: Ring the speech therapist');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Done ?: Ring the speech/ }).waitFor();

    // then the pupil is found by letters alone
    await page.keyboard.press('/');
    await page.keyboard.type('oka');
    await page.getByRole('option', { name: /Okafor/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${home}`);

    // and N logs a worry about them
    await page.keyboard.press('n');
    await page.waitForURL('**/log?pupil=*');
    await tabTo(page, 'Contact');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('Worry');
    await tabTo(page, 'What was said');
    await page.keyboard.type('Tired all week, says the mother');
    await tabTo(page, 'Log it');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${home}**`);

    // and Esc twice hides everything until a key is pressed
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false);
    await page.keyboard.press('Space');
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
