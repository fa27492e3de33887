import { extractRawText } from 'mammoth';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { extractText } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, schoolDate } from '#src/kernel/dates.ts';
import * as given from '../given.ts';
import * as givenPupils from '../given-pupils.ts';
import { uniqueEmail } from '../http.ts';
import {
  expectNoSideways,
  fillDay,
  focused,
  listenForComplaints,
  openChromium,
  openSite,
  type Site,
  signIn,
  tabTo,
  violations,
  widths,
} from './browse.ts';

const password = 'violet tractor umbrella';
const mothersEmail = uniqueEmail();
const strength = 'Tells long stories about the sea';
let site: Site;
let chromium: Browser;
let teacher: string;
let senco: string;
let home: string;

beforeAll(async () => {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  home = `/pupils/${pupilId}`;
  await givenPupils.carer(school, pupilId, {
    carer: { title: 'Mrs', forename: 'Ngozi', surname: 'Okafor', email: mothersEmail },
  });
  const [first, second] = [await given.account(password), await given.account(password)];
  await given.giveRoles(school, first.personId, ['teacher']);
  await givenPupils.taughtBy(school, pupilId, first.personId);
  await given.giveRoles(school, second.personId, ['senco']);
  [teacher, senco] = [first.email, second.email];
  site = await openSite();
  chromium = await openChromium();
}, 120_000);

afterAll(async () => {
  await chromium.close();
  await site.close();
});

/** The link and the code that were mailed to the mother, each in a mail of its own that names no child. */
async function mothersMail(): Promise<{ readonly link: string; readonly code: string }> {
  const mails = (await site.program.post.listKept()).filter(({ to }) => to === mothersEmail);
  expect(mails.length).toBe(2);
  for (const { subject, text } of mails) expect(`${subject} ${text}`).not.toMatch(/Amara/);
  const all = mails.map(({ text }) => text).join('\n');
  return {
    link: /\/v\/[A-Za-z0-9_-]{86}/.exec(all)?.[0] ?? '',
    code: /Your code is (\w{3} \w{3})/.exec(all)?.[1] ?? '',
  };
}

const bytesOf = async (context: BrowserContext, path: string): Promise<Uint8Array> =>
  (await context.request.get(`${site.url}${path}`)).body();

/** What a PDF says, as somebody who copies its text reads it. */
const pdfWords = async (bytes: Uint8Array): Promise<string> =>
  (await extractText(new Uint8Array(bytes), { mergePages: true })).text.replace(/\s+/g, ' ');

/** What a Word file says, as another program that converts it reads it. */
const wordWords = async (bytes: Uint8Array): Promise<string> =>
  (await extractRawText({ buffer: Buffer.from(bytes) })).value.replace(/\s+/g, ' ');

/** Writes one part of the plan, and one target that the bank offers with its strategies. */
async function writePlan(page: Page): Promise<string> {
  await page.goto(`${site.url}${home}/plan`);
  await page.getByRole('button', { name: 'Begin a plan' }).click();
  await page
    .getByRole('link', { name: /Strengths/ })
    .first()
    .click();
  await page.locator('textarea#words').fill(strength);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.goto(`${site.url}${home}/plan/targets/new`);
  expect(await violations(page)).toEqual([]);
  await page
    .getByRole('link', { name: /^Use this/ })
    .first()
    .click();
  const target = await page.getByLabel('Target', { exact: true }).inputValue();
  expect(await page.getByLabel('Strategy 1', { exact: true }).inputValue()).not.toBe('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Target set').waitFor();
  return target;
}

describe('the cycle of a plan', () => {
  it('goes from a teacher’s concern to the next cycle, signed by a parent on a phone, reviewed by keys alone', async () => {
    const hers = await chromium.newContext({ viewport: widths.desk });
    const his = await chromium.newContext({ viewport: widths.desk });
    const phone = await chromium.newContext({ viewport: widths.phone });
    const complaints = [hers, his, phone].map(listenForComplaints);

    // given a concern of the teacher that the SENCO decided on: SEN support
    const inClass = await hers.newPage();
    await signIn(inClass, site, { email: teacher, password });
    await inClass.goto(`${site.url}${home}`);
    await inClass.getByRole('link', { name: 'Raise a concern' }).click();
    await inClass.getByLabel('What do you see?').fill('Loses the thread in long talk');
    await inClass.getByRole('button', { name: 'Raise the concern' }).click();
    const office = await his.newPage();
    await signIn(office, site, { email: senco, password });
    await office.goto(`${site.url}/today`);
    await office.getByRole('link', { name: 'Decide on the concern about Amara Okafor' }).click();
    await office.getByRole('navigation', { name: 'What is decided' }).getByText('SEN support').click();
    await office.getByLabel('Reason').fill('Two terms of good teaching were not enough');
    await office.getByLabel('Primary need').selectOption('SLCN');
    await office.getByRole('button', { name: 'Decide: SEN support' }).click();
    await office.getByText('Decided. It can be undone today.').waitFor();

    // when the teacher writes the plan from the bank, and the SENCO shares it with the mother
    const target = await writePlan(inClass);
    await office.goto(`${site.url}${home}/plan`);
    await office.getByRole('link', { name: 'Shared with parents' }).click();
    await office.getByLabel('With whom, and how').fill('mother, in school');
    await fillDay(office, 'Review on', addDays(schoolDate(new Date().toISOString().slice(0, 10)), 42));
    await office.getByRole('button', { name: 'Save', exact: true }).click();
    await office.getByText('Noted as shared').waitFor();
    await office.goto(`${site.url}${home}/plan/family/new`);
    await office.getByLabel(/Okafor/).check();
    await office.getByRole('button', { name: 'Make the link' }).click();
    await office.waitForURL(`**${home}/plan/family`);

    // then she reads it on her phone with the code from the other mail, says what she thinks, and signs
    const { link, code } = await mothersMail();
    const hand = await phone.newPage();
    await hand.goto(`${site.url}${link}`);
    expect(await hand.locator('body').innerText()).not.toMatch(/Amara|Okafor/);
    await hand.getByLabel('Your code').fill(code);
    await hand.getByRole('button', { name: 'Go on' }).click();
    await hand.getByText(strength).waitFor();
    expect(await violations(hand)).toEqual([]);
    await expectNoSideways(hand);
    await hand.getByLabel('Our views').fill('She talks more at home than she did');
    await hand.getByRole('button', { name: 'Send what I think' }).click();
    await hand.getByRole('link', { name: 'Sign the plan' }).click();
    await hand.getByLabel('I have read the plan').check();
    await hand.getByLabel('Your name').fill('Ngozi Okafor');
    await hand.getByRole('button', { name: 'Sign', exact: true }).click();
    await hand.getByText('Signed. Thank you.').waitFor();

    // and it is issued; its PDF and its Word file say the same
    await office.goto(`${site.url}${home}/plan`);
    await office.getByRole('button', { name: 'Issue the plan' }).click();
    await office.getByText('Issued as number 1').waitFor();
    const issued = `${home}/plan/issued/1`;
    const pdf = await pdfWords(await bytesOf(his, `${issued}/plan.pdf`));
    const word = await wordWords(await bytesOf(his, `${issued}/faces/support-plan/plan.docx`));
    for (const words of [strength, target]) {
      expect(pdf).toContain(words);
      expect(word).toContain(words);
    }
    expect(pdf).toContain('Ngozi Okafor');
    await office.goto(`${site.url}${issued}`);
    await office.getByText('Ngozi Okafor').first().waitFor();

    // and it is reviewed without a mouse, from the list of what is due to the first word of the next cycle
    await office.goto(`${site.url}/reviews/plans?due=all`);
    await tabTo(office, 'Okafor, Amara');
    await office.keyboard.press('Enter');
    await office.waitForURL('**/plan/review?due=all');
    await office.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
    await office.keyboard.press('4');
    await office.keyboard.press('c');
    await office.keyboard.type('Two sentences on her own now');
    await office.keyboard.press('Enter');
    expect(await focused(office)).toBe('Save and next pupil');
    await office.keyboard.press('Enter');
    await office.getByText('Reviewed. The next cycle is begun as a draft.').waitFor();
    await office.goto(`${site.url}${home}/plan`);
    await office.getByText('cycle 2', { exact: false }).first().waitFor();
    expect(await office.getByText(target).count()).toBeGreaterThan(0);
    expect(complaints).toEqual([[], [], []]);
    await Promise.all([hers.close(), his.close(), phone.close()]);
  });
});
