import type { Browser, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, type PupilId, type StaffId } from '#src/kernel/ids.ts';
import { stoppedClock } from '#src/platform/clock/clock.ts';
import * as given from '../given.ts';
import * as givenEhc from '../given-ehc.ts';
import * as givenProvision from '../given-provision.ts';
import * as givenPupils from '../given-pupils.ts';
import * as givenSchool from '../given-school.ts';
import {
  expectNoSideways,
  listenForComplaints,
  looksRight,
  openChromium,
  openSite,
  type Site,
  signIn,
  widths,
} from './browse.ts';

const password = 'violet tractor umbrella';
let site: Site;
let chromium: Browser;
let senco: string;
let assistant: string;
let khan: StaffId;
let amara: PupilId;
let runId: string;

/** A Tuesday at 8.15. Mr Khan runs a group on Tuesdays at 9.00 that counts to a line of Amara's Section F. */
beforeAll(async () => {
  const school = await given.school();
  await givenSchool.academicYear(school);
  amara = await givenPupils.pupil(school, { forename: 'Amara', surname: 'Okafor' });
  const ta = { post: 'Teaching assistant' };
  khan = await givenSchool.staff(school, { ...ta, title: 'Mr', forename: 'Imran', surname: 'Khan' });
  const people = [await given.account(password), await given.account(password)] as const;
  await given.giveRoles(school, people[0].personId, ['senco']);
  await given.giveRoles(school, people[1].personId, ['ta']);
  [senco, assistant] = [people[0].email, people[1].email];
  const lee = await givenPupils.staffOf(school, people[1].personId);
  runId = await givenProvision.run(school, { name: 'Speech sounds' });
  await givenProvision.inRun(school, runId, amara);
  await givenProvision.runBy(school, runId, khan);
  await givenProvision.slot(school, runId, { startsAt: '09:00', minutes: 60 });
  const plan = await givenEhc.ehcPlan(school, amara, {
    lines: ['A teaching assistant works on speech sounds for one hour a week'],
  });
  await given.inSchool(school, async (tx) => {
    const { schoolId } = school;
    const { ehcPlanId } = plan;
    const { commitmentId } = givenEhc.firstLine(plan);
    const tie = { ehcLineRunId: newId(), ehcPlanId, commitmentId, runId, pupilId: amara };
    await tx
      .insertInto('ehcLineRuns')
      .values({ schoolId, ...tie, fromOn: '2026-11-16' })
      .execute();
    await tx
      .updateTable('staff')
      .set({ title: 'Mrs', forename: 'Joan', surname: 'Lee', ...ta })
      .where('schoolId', '=', schoolId)
      .where('staffId', '=', lee)
      .execute();
  });
  site = await openSite(undefined, { clock: stoppedClock('2026-11-24T08:15:00Z') });
  chromium = await openChromium();
}, 120_000);

afterAll(async () => {
  await chromium.close();
  await site.close();
});

/** Puts an adult in the week as the page proposes it, but for the days that are otherwise. */
async function putIn(page: Page, name: string, days: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(`${site.url}/team/adults`);
  await page.getByRole('row', { name }).getByRole('link', { name: 'Put in the week' }).click();
  for (const [day, times] of Object.entries(days)) await page.getByLabel(day).fill(times);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Week saved').waitFor();
}

async function suggest(page: Page): Promise<void> {
  await page.goto(`${site.url}/team/suggestions`);
  await page.getByRole('button', { name: 'Suggest a week' }).click();
  await page.getByRole('heading', { name: 'Who would change' }).waitFor({ timeout: 30_000 });
}

const block = (page: Page, title: string) => page.locator('.block', { hasText: title });

describe('the week of the adults', () => {
  it('is entered, suggested and pinned; at 8.15 it is mended, printed, and what was lost is counted', async () => {
    const context = await chromium.newContext({ viewport: widths.desk });
    const complaints = listenForComplaints(context);
    const page = await context.newPage();
    await signIn(page, site, { email: senco, password });

    // given the school day, two adults, of whom one comes at ten on Tuesdays, and what is needed
    await page.goto(`${site.url}/team/day`);
    const lines = [
      '9.00 to 10.00 lesson',
      '10.00 to 11.00 lesson',
      '11.00 to 11.15 break',
      '11.15 to 12.15 lesson',
    ];
    await page.getByLabel('The school day').fill(lines.join('\n'));
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('School day set').waitFor();
    await putIn(page, 'Mr Khan', {});
    await putIn(page, 'Mrs Lee', { Tuesday: '10.00 to 12.15' });
    await page.goto(`${site.url}/team/demands/new`);
    await page.getByLabel('Name', { exact: true }).fill('Reading aloud');
    await page.getByRole('radio', { name: 'One to one' }).check();
    await page.locator('textarea[name=names]').fill('Amara Okafor');
    await page.getByLabel('Times a week').fill('2');
    await page.getByRole('checkbox', { name: 'Tuesday' }).check();
    await page.getByRole('checkbox', { name: 'Wednesday' }).check();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('Added', { exact: true }).waitFor();

    // when a week is suggested and accepted, and one time of it is pinned
    await suggest(page);
    await looksRight(page);
    await page
      .getByRole('link', { name: /^Why\s*: Reading aloud/ })
      .first()
      .click();
    await page.getByText('Intervention: placed after safety').waitFor();
    await looksRight(page);
    await page.goBack();
    await page.getByRole('button', { name: 'Accept the whole week' }).click();
    await page.getByText('The suggested week holds from today').waitFor();
    await block(page, 'Reading aloud').getByRole('link').click();
    await page.getByRole('button', { name: 'Pin', exact: true }).click();
    await block(page, 'Reading aloud').getByText('Pinned').waitFor();
    await looksRight(page);

    // then another suggestion leaves it where it is
    await suggest(page);
    await page.getByText('Nobody would change').waitFor();

    // and a scenario says what the week would give without an adult, and touches nothing
    await page.goto(`${site.url}/team/scenarios/new`);
    await page.getByLabel('Name', { exact: true }).fill('Without Mr Khan');
    await page.getByLabel('Whose hours change').selectOption({ label: 'Mr Khan' });
    await page.getByLabel('Hours a week more or less').fill('-99');
    await looksRight(page);
    await page.getByRole('button', { name: 'Look for its best week' }).click();
    await page.getByRole('cell', { name: 'Speech sounds, 1 ×' }).waitFor({ timeout: 30_000 });
    await looksRight(page);
    await page.getByRole('link', { name: 'Scenarios', exact: true }).click();
    await page.getByRole('columnheader', { name: 'Without Mr Khan' }).waitFor();
    await looksRight(page);

    // when Mr Khan is away, on a phone: what Mrs Lee can take she takes, and the group of nine o'clock is lost
    await page.setViewportSize(widths.phone);
    await page.goto(`${site.url}/team/absent`);
    await page.getByRole('checkbox', { name: 'Mr Khan' }).check();
    await page.getByRole('button', { name: 'Mark as away' }).first().click();
    await page.getByText('9.00 Speech sounds: nobody can take it, it is lost').waitFor();
    await page.getByRole('button', { name: 'Do what is ticked' }).first().click();
    await page.getByText('Nothing is left to decide').waitFor();
    await page.setViewportSize(widths.desk);
    await looksRight(page);

    // then the card of Mrs Lee says what she does
    await page.goto(`${site.url}/team/adults`);
    await page.getByRole('link', { name: 'Mrs Lee' }).click();
    const href = await page.locator('a[href$="/card.pdf"]').getAttribute('href');
    const card = await page.request.get(`${site.url}${href}`);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await card.body())), {
      mergePages: true,
    });
    expect(text).toContain('The week of Mrs Lee');
    expect(text).toMatch(
      /Tuesday 24 November[^:]*: changed.*10.00–11.00 · Reading aloud · for Mr Khan, today only/s,
    );

    // and so does her phone, with the pupil's name
    const phone = await chromium.newContext({ viewport: widths.phone });
    const hers = await phone.newPage();
    await signIn(hers, site, { email: assistant, password });
    await hers.goto(`${site.url}/team/my-day`);
    const row = hers.getByRole('row', { name: 'Reading aloud for Mr Khan, today only' });
    await row.getByText('Amara Okafor').waitFor();
    await expectNoSideways(hers);
    await phone.close();

    // and what was lost stands in the ledger of Section F and in the sessions, with its reason
    await page.goto(`${site.url}/pupils/${amara}/ehc-plan/ledger`);
    await page
      .locator('.strip', { hasText: 'lost for the school’s reasons' })
      .getByText('1 h')
      .first()
      .waitFor();
    await page
      .getByText(/adult absent/i)
      .first()
      .waitFor();
    await looksRight(page);
    await page.goto(`${site.url}/provision/runs/${runId}`);
    await page
      .getByText(/Did not happen: adult absent/i)
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
