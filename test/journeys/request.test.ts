import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import { addAuthority } from '#src/modules/ehcp/index.ts';
import * as given from '../given.ts';
import { harebell } from '../given-ehc.ts';
import * as givenPlans from '../given-issued-plans.ts';
import * as givenPupils from '../given-pupils.ts';
import * as givenSchool from '../given-school.ts';
import {
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
let email: string;
let home: string;
let today: SchoolDate;

beforeAll(async () => {
  const school = await given.school();
  await givenSchool.academicYear(school);
  const pupilId = await givenPupils.pupil(school);
  await givenPlans.plans(school, pupilId, { cycles: 2 });
  home = `/pupils/${pupilId}`;
  const account = await given.account(password);
  email = account.email;
  await given.giveRoles(school, account.personId, ['senco']);
  await given.inSchool(school, async (tx) => {
    today = tx.scope.today;
    givenSchool.granted(
      await addAuthority(tx, {
        ...harebell,
        code: null,
        rules: { asks: [{ kind: 'cycles', words: 'Two reviewed plans' }] },
      }),
    );
  });
  site = await openSite();
  chromium = await openChromium();
}, 120_000);

afterAll(async () => {
  await chromium.close();
  await site.close();
});

describe('a request for an assessment', () => {
  it('goes from the records to the authority, and on to a letter when the decision is late', async () => {
    const context = await chromium.newContext({ viewport: widths.desk });
    const page = await context.newPage();
    const complaints = listenForComplaints(context);
    await signIn(page, site, { email, password });

    // When she prepares the request, it has filled itself and says what is missing.
    await page.goto(`${site.url}${home}/cases`);
    await page.getByRole('link', { name: 'Prepare a request for an assessment' }).click();
    await page.getByText('Reads 20 words without help').first().waitFor();
    await page.getByText('Ask the pupil what they think, and write it down').waitFor();
    await looksRight(page);

    // When she changes a paragraph by hand, it is kept with its source, and the next part opens.
    await page.getByRole('link', { name: 'Change: What was planned, done and reviewed' }).click();
    await page.getByLabel(/^1\. Plan number/).fill('Two cycles, each reviewed with the family');
    await page.getByLabel('Complete').check();
    await looksRight(page);
    await page.getByRole('button', { name: 'Save and next' }).click();
    await page.getByRole('heading', { name: 'Support given, and what it cost' }).waitFor();
    await page.getByRole('link', { name: 'The whole request' }).click();
    await page.getByText('· changed by hand').waitFor();

    // When she has sent it, it is kept, and the case opens on the day on which the authority received it.
    await page.getByRole('link', { name: 'Send it' }).first().click();
    await looksRight(page);
    const [year = '', month = '', day = ''] = addDays(today, -60).split('-');
    for (const field of ['sentOn', 'receivedOn']) {
      await page.locator(`#${field}-day`).fill(day);
      await page.locator(`#${field}-month`).fill(month);
      await page.locator(`#${field}-year`).fill(year);
    }
    await page.getByLabel('How, and to whom').fill('By the portal');
    await page.getByRole('button', { name: 'It was sent' }).click();
    await page.getByText('Request kept as it was sent').waitFor();

    // Then both clocks run, and the authority's decision is late.
    await page.getByText(/^\d+ days late$/).waitFor();
    await looksRight(page);

    // When she writes to them, the letter names the right rule; it is kept as it was sent.
    await page.getByRole('link', { name: /^Write to them/ }).click();
    expect(await page.getByLabel('Letter').inputValue()).toContain('SEND Regulations 2014 reg 5(1), 6 weeks');
    await looksRight(page);
    await page.getByRole('button', { name: 'Keep as sent' }).click();
    await page.getByRole('link', { name: 'Word', exact: true }).waitFor();

    // When they decide, it is two clicks.
    await page.getByRole('link', { name: 'The authority said that it will assess' }).click();
    await page.getByRole('button', { name: 'Record it' }).click();
    await page.getByText(/^Done \d+ days late$/).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
