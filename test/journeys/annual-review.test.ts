import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportParts } from '#src/modules/ehcp/domain/review/report-parts.ts';
import { stoppedClock } from '#src/platform/clock/clock.ts';
import * as given from '../given.ts';
import { inMail, type WithPlan, withPlan } from '../given-reviews.ts';
import { uniqueEmail } from '../http.ts';
import { testInstant } from '../worker-database.ts';
import {
  listenForComplaints,
  looksRight,
  openChromium,
  openSite,
  type Site,
  signIn,
  violations,
  widths,
} from './browse.ts';

const password = 'violet tractor umbrella';
let site: Site;
let chromium: Browser;
let held: WithPlan;
let senco: string;

beforeAll(async () => {
  held = await withPlan();
  const account = await given.account(password);
  await given.giveRoles(held.school, account.personId, ['senco']);
  senco = account.email;
  site = await openSite(undefined, { clock: stoppedClock(testInstant) });
  chromium = await openChromium();
}, 120_000);

afterAll(async () => {
  await chromium.close();
  await site.close();
});

/** Somebody without an account opens the link of their mail, and types the code of the other. */
async function answers(email: string, words: string): Promise<void> {
  await expect.poll(async () => (await inMail(site.program, email)).code, { timeout: 20_000 }).not.toBe('');
  const { path, code } = await inMail(site.program, email);
  const context = await chromium.newContext({ viewport: widths.phone });
  const page = await context.newPage();
  await page.goto(`${site.url}${path}`);
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Code').fill(code);
  await page.getByLabel('Comes').check();
  await page.getByLabel('What you want to say').fill(words);
  await page.getByRole('button', { name: 'Send my answer' }).click();
  await page.getByText('The school has your answer.').waitFor();
  await context.close();
}

const typeDay = async (page: Page, day: string): Promise<void> => {
  const [year = '', month = '', date = ''] = day.split('-');
  await page.getByLabel('Day', { exact: true }).fill(date);
  await page.getByLabel('Month', { exact: true }).fill(month);
  await page.getByLabel('Year', { exact: true }).fill(year);
};

describe('an annual review', () => {
  it('goes from Start to the amended plan, with a parent and a professional answering by link', async () => {
    const context = await chromium.newContext({ viewport: widths.desk });
    const complaints = listenForComplaints(context);
    const page = await context.newPage();
    await signIn(page, site, { email: senco, password });

    // given the pupil's page, three clicks propose, start and send
    await page.goto(`${site.url}/pupils/${held.pupilId}`);
    await page.getByRole('link', { name: 'Start an annual review' }).click();
    await page.getByText('is proposed').waitFor();
    await looksRight(page);
    await page.getByRole('button', { name: 'Start the review' }).click();
    await page.getByText('Invitations are on their way.').waitFor();
    await looksRight(page);

    // a professional is added and invited
    const hart = uniqueEmail();
    await page.getByRole('link', { name: 'Add somebody' }).click();
    await page.getByLabel('Name').fill('Dr Hart');
    await page.getByLabel('Email address').fill(hart);
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('button', { name: 'Send the invitations' }).click();
    await page.getByText('Invitations are on their way').waitFor();

    // when a parent and the professional answer by link
    await answers(held.email, 'She loves cooking');
    await answers(hart, 'Reads better with larger print');
    await page.reload();
    await page.getByText('She loves cooking').waitFor();
    await page.getByText('Reads better with larger print').waitFor();

    // the meeting was brought forward, and is over
    await page.getByRole('link', { name: 'Move it' }).click();
    await typeDay(page, '2026-11-24');
    await page.getByLabel('Why it is moved').fill('The family could come at once');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: /^Came ?: Mrs Ngozi Okafor/ }).click();
    await looksRight(page);

    // the agenda goes through what the meeting must hear
    await page.getByRole('link', { name: 'Agenda' }).click();
    await page.getByText('What the pupil says').waitFor();
    await looksRight(page);
    await page.goBack();

    // the report is written, sent and kept
    await page.getByRole('link', { name: 'Write the report' }).click();
    expect(await page.getByLabel('Views of the parents').inputValue()).toContain('She loves cooking');
    await looksRight(page);
    for (const step of ['views', 'progress', 'provision', 'recommendation'] as const) {
      if (step === 'recommendation') {
        await page.getByLabel('Keep the plan and amend it').check();
        await page.getByLabel('Section F').check();
      }
      for (const part of reportParts.filter((one) => one.step === step && one.source !== null))
        await page.locator(`textarea[name=${part.name}]`).fill(`About ${part.name}`);
      await page.getByRole('button', { name: 'Save and next' }).click();
      await page.getByText('Saved', { exact: true }).waitFor();
    }
    await page.getByText('The report is complete').waitFor();
    await page.getByRole('link', { name: 'Send the report' }).click();
    await page.getByRole('button', { name: 'The report was sent' }).click();
    await page.getByText('Report kept as it is, and on its way to everybody invited').waitFor();
    await page.getByRole('heading', { name: 'What was sent' }).waitFor();

    // then the authority decides, gives notice and sends the amended plan
    for (const words of [
      'The authority decided to amend the plan',
      'The notice of the changes was sent with the plan',
      'The final amended plan was sent',
    ]) {
      await page.getByRole('link', { name: 'Record what the authority did' }).click();
      await page.getByLabel(words).check();
      await page.getByRole('button', { name: 'Record it' }).click();
      await page.getByText('Recorded', { exact: true }).waitFor();
    }
    await page.getByText('Nothing more is owed.').waitFor();
    await looksRight(page);
    await page.goto(`${site.url}/annual-reviews`);
    await looksRight(page);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
