import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { setRate } from '#src/modules/school/commands/set-rate.ts';
import { stoppedClock } from '#src/platform/clock/clock.ts';
import * as given from '../given.ts';
import * as givenPupils from '../given-pupils.ts';
import * as givenSchool from '../given-school.ts';
import {
  expectNoSideways,
  fillDay,
  listenForComplaints,
  looksRight,
  openChromium,
  openSite,
  type Site,
  signIn,
  widths,
} from './browse.ts';

const password = 'violet tractor umbrella';
const names = ['Amara', 'Ben', 'Chloe', 'Dara', 'Ewan'] as const;
let site: Site;
let chromium: Browser;
let senco: string;
let assistant: string;

beforeAll(async () => {
  const school = await given.school();
  await givenSchool.academicYear(school);
  for (const forename of names) await givenPupils.pupil(school, { forename, surname: 'Okafor' });
  const account = await given.account(password);
  await given.giveRoles(school, account.personId, ['senco']);
  senco = account.email;
  const ta = await given.account(password);
  await given.giveRoles(school, ta.personId, ['ta']);
  assistant = ta.email;
  const staffId = await givenPupils.staffOf(school, ta.personId);
  await given.inSchool(school, async (tx) =>
    givenSchool.granted(await setRate(tx, { staffId, pencePerHour: 1720, fromOn: schoolDate('2026-09-01') })),
  );
  site = await openSite(undefined, { clock: stoppedClock('2026-11-24T15:00:00Z') });
  chromium = await openChromium();
}, 120_000);

afterAll(async () => {
  await chromium.close();
  await site.close();
});

/** The adult of the group taps what became of today's session in a hall without signal; it is sent when there is some. */
async function logWithoutSignal(): Promise<void> {
  const context = await chromium.newContext({ viewport: widths.phone });
  await context.clock.setFixedTime('2026-11-24T15:00:00Z');
  const page = await context.newPage();
  await signIn(page, site, { email: assistant, password });
  await page.goto(`${site.url}/provision/today`);
  await page.getByRole('link', { name: 'Without signal' }).click();
  const allHere = page.locator('.card', { hasText: '10.45' }).getByRole('button', { name: 'All here' });
  await allHere.waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await allHere.click();
  await page.getByText('1 tap is not sent yet').waitFor();
  await context.setOffline(false);
  await page.getByText('Nothing waits to be sent').waitFor();
  await context.close();
}

async function typeScores(page: Page, run: string, on: string, scores: readonly number[]): Promise<void> {
  await page.goto(`${run}/scores`);
  await fillDay(page, 'Day of the test', on);
  for (const [at, forename] of names.entries())
    await page.getByLabel(`Score of ${forename} Okafor`).fill(String(scores[at]));
  await page.getByRole('button', { name: 'Save all scores' }).click();
  await page.getByText('5 scores saved').waitFor();
}

describe('a run of provision', () => {
  it('goes from the catalogue through four weeks to its impact, its cost and the printed map', async () => {
    const context = await chromium.newContext({ viewport: widths.desk });
    const complaints = listenForComplaints(context);
    const page = await context.newPage();
    await signIn(page, site, { email: senco, password });

    // given a group that is started from the catalogue with five pupils, on Tuesdays
    await page.goto(`${site.url}/provision/catalogue?q=Talk+Boost+KS1`);
    await page.getByRole('link', { name: 'Talk Boost KS1' }).click();
    await page.getByRole('link', { name: 'Start a group' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Talk Boost, red group');
    await page.locator('textarea[name=others]').fill(names.map((name) => `${name} Okafor`).join('\n'));
    await page.getByRole('checkbox', { name: 'Tuesday' }).check();
    await page.getByLabel('Starts at').fill('10.45');
    await page.getByLabel('Minutes').fill('30');
    await page.getByLabel('Who runs it').selectOption({ index: 1 });
    await fillDay(page, 'First day', '2026-11-03');
    await fillDay(page, 'Last day', '2026-11-24');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByText('Started', { exact: true }).waitFor();
    const run = page.url();
    await looksRight(page);

    // when its four sessions are logged, the last where there is no signal; a pupil missed the first
    for (const week of [1, 2, 3]) {
      await page.goto(run);
      await page.locator('a[href*="/log?on="]').first().click();
      if (week === 1) await page.getByRole('checkbox', { name: 'Ben Okafor' }).check();
      await page.getByRole('button', { name: 'Log', exact: true }).click();
      await page.getByText('Logged', { exact: true }).first().waitFor();
    }
    await logWithoutSignal();

    // and everybody is tested before and after
    await page.goto(`${run}/measures`);
    await page.getByLabel('First measure').selectOption('ngrt-sas');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Measures chosen').waitFor();
    await typeScores(page, run, '2026-11-02', [78, 80, 82, 79, 81]);
    await typeScores(page, run, '2026-11-24', [86, 89, 88, 87, 92]);

    // then the impact reads with its interval, and the cost with its parts
    await page.getByText('Mean gain').first().waitFor();
    await looksRight(page);
    await page.goto(`${run}/money`);
    // Two hours of adults' time at £17.20.
    await page.getByText('£34.40').first().waitFor();

    // and the map on paper fits the sheet, with what was given
    await page.goto(`${site.url}/provision/map/print?open=all`);
    await page.emulateMedia({ media: 'print' });
    // A4 landscape within its margins, at 96 dots to the inch.
    await page.setViewportSize({ width: 1047, height: 718 });
    await expectNoSideways(page);
    const row = page.locator('tr', { hasText: 'Ben Okafor' });
    expect(await row.innerText()).toContain('90 / 120');
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
