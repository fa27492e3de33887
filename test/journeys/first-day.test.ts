import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDemoTrust } from '#src/demo/make-demo-trust.ts';
import { writeCtf } from '#src/demo/write-ctf.ts';
import { schoolDate } from '#src/kernel/dates.ts';
import {
  expectNoSideways,
  listenForComplaints,
  openChromium,
  openSite,
  type Site,
  violations,
  widths,
} from './browse.ts';

const today = schoolDate('2026-11-20');
const person = { name: 'Mrs Doyle', email: 'senco@larkfield.example', password: 'violet tractor umbrella' };

let site: Site;
let chromium: Browser;
let file: string;
let onRegister: number;

beforeAll(async () => {
  site = await openSite();
  chromium = await openChromium();
  const [school] = makeDemoTrust({ seed: 2, today, schools: 1, pupils: 60 }).schools;
  if (school === undefined) throw new Error('a school');
  file = join(tmpdir(), `first-day-${process.pid}.xml`);
  writeFileSync(file, [...writeCtf(school, { today })].join(''));
  const now = (pupil: (typeof school.pupils)[number]) =>
    pupil.statuses.find((one) => one.until === null)?.status;
  onRegister = school.pupils.filter((pupil) => ['sen_support', 'ehc_plan'].includes(now(pupil) ?? '')).length;
}, 120_000);

afterAll(async () => {
  await chromium.close();
  await site.close();
});

describe('the first day', () => {
  it('goes from an empty database through a file of the MIS to a printed register', async () => {
    const context = await chromium.newContext({ viewport: widths.desk });
    const complaints = listenForComplaints(context);
    const page = await context.newPage();

    // given nobody has been here before, the start page asks to set Sendero up
    await page.goto(site.url);
    expect(new URL(page.url()).pathname).toBe('/set-up');
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Name of the school').fill('Larkfield Primary');
    await page.getByLabel('URN').fill('990000');
    await page.getByLabel('LAESTAB').fill('928/3500');
    await page.getByLabel('Phase').selectOption('primary');
    await page.getByLabel('Your name').fill(person.name);
    await page.getByLabel('Your email address').fill(person.email);
    await page.getByLabel('Password', { exact: true }).fill('password1234');
    await page.getByRole('button', { name: 'Set up' }).click();
    await expectText(page, 'Choose a password that is harder to guess');

    // when the password is a good one, the next page asks for the pupils
    await page.getByLabel('Password', { exact: true }).fill(person.password);
    await page.getByRole('button', { name: 'Set up' }).click();
    await page.waitForURL('**/imports/new');

    // and the file is brought, reviewed and taken in
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: 'Read the file' }).click();
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
    await expectText(page, '60');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: /^Take in/ }).click();
    await page.locator('summary', { hasText: 'Undo the whole import' }).waitFor({ timeout: 60_000 });

    // then the register stands, with those that the file has on it
    await page.goto(`${site.url}/pupils`);
    const rows = page.locator('main table tbody tr');
    expect(await rows.count()).toBe(onRegister);
    expect(await violations(page)).toEqual([]);

    // and it prints, on lying paper, with who printed it
    await page.emulateMedia({ media: 'print' });
    const paper = await page.pdf({ format: 'A4', landscape: true });
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    expect(await page.getByText(person.name).last().isVisible()).toBe(true);
    expect(inkOf(paper)).toBeGreaterThan(1000);
    await page.emulateMedia({ media: 'screen' });

    // and a pupil is one key, letters and Enter away
    const name = (await rows.first().locator('a').first().innerText()).split(',')[0] ?? '';
    await page.keyboard.press('/');
    await page.keyboard.type(name);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/pupils\/[0-9a-f-]{36}$/);
    await expectText(page, name);
    await page.setViewportSize(widths.phone);
    await expectNoSideways(page);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

async function expectText(page: import('playwright-core').Page, text: string): Promise<void> {
  await page.getByText(text).first().waitFor({ timeout: 10_000 });
}

/** How many bytes of drawing a PDF holds: an empty sheet holds next to none. */
function inkOf(paper: Buffer): number {
  const text = paper.toString('latin1');
  let bytes = 0;
  for (const [, body = ''] of text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    try {
      bytes += inflateSync(Buffer.from(body, 'latin1')).length;
    } catch {
      // A stream of another kind: a typeface, a picture.
    }
  }
  return bytes;
}
