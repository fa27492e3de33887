import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '#src/app.ts';
import { addressOf, findIds } from '../addresses.ts';
import * as given from '../given.ts';
import { fillTwoSchools } from '../two-schools.ts';
import { asOwner } from '../worker-database.ts';
import {
  expectNoSideways,
  listenForComplaints,
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
let email: string;
let addresses: readonly string[];

beforeAll(async () => {
  const filled = await fillTwoSchools(5);
  const [here] = filled.schools;
  if (here === undefined) throw new Error('a school');
  const account = await given.account(password);
  email = account.email;
  const [row] = await asOwner<{ trustId: string }>(
    'select trust_id as "trustId" from app.schools where school_id = $1',
    [here.schoolId],
  );
  const school = { schoolId: here.schoolId, urn: '', trustId: given.trustIdOf(row?.trustId ?? '') };
  await given.giveRoles(school, account.personId, ['senco', 'trust_lead']);
  addresses = await listAddresses(here.schoolId, here.pupilIds[0] ?? '');
  site = await openSite();
  chromium = await openChromium();
}, 180_000);

afterAll(async () => {
  await chromium.close();
  await site.close();
});

/** The address of every page, with the ids of real rows of the school in it. */
async function listAddresses(schoolId: string, pupilId: string): Promise<string[]> {
  const ids = await findIds(schoolId, pupilId);
  return routes
    .filter((route) => route.methods.includes('GET') && route.file.includes('.page.'))
    .map((route) => addressOf(route.path, ids));
}

type Look = (page: Page, name: string) => Promise<string[]>;

/**
 * Opens every address, in two windows of one browser that take turns, and gives back what is wrong. Whatever this person
 * may not open, or is no longer there, is one page with one sentence: it is looked at once, by the name of its status.
 */
async function tour(context: BrowserContext, look: Look): Promise<string[]> {
  const wrong: string[] = [];
  const left = [...addresses];
  const refusals = new Set<string>();
  const open = async (page: Page, address: string): Promise<readonly string[]> => {
    const status = (await page.goto(`${site.url}${address}`))?.status() ?? 500;
    if (status >= 500) return [`${status}`];
    const name = status < 400 ? address : `${status}`;
    if (refusals.has(name)) return [];
    if (status >= 400) refusals.add(name);
    return await look(page, name);
  };
  const walk = async (page: Page) => {
    for (let address = left.shift(); address !== undefined; address = left.shift())
      for (const fault of await open(page, address)) wrong.push(`${address}: ${fault}`);
  };
  await Promise.all([walk(await context.newPage()), walk(await context.newPage())]);
  return wrong;
}

/** What a person reads on a page: headings, labels, buttons and links. */
async function read(page: Page): Promise<string[]> {
  const texts = await page
    .locator('main :is(h1, h2, h3, label, legend, button[type=submit], a, th)')
    .allInnerTexts();
  return texts.map((text) => text.trim()).filter((text) => text !== '' && !/^(Show|Hide)/.test(text));
}

/** Goes round every page as somebody who signed in just now, and gives back what it read and what was wrong. */
async function goRound(javaScriptEnabled: boolean, look: Look) {
  // The page of one's own sessions lists those of the round before.
  await asOwner('delete from auth.session');
  const context = await chromium.newContext({ viewport: widths.desk, javaScriptEnabled });
  const complaints = listenForComplaints(context);
  await signIn(await context.newPage(), site, { email, password });
  const texts: Record<string, string[]> = {};
  const wrong = await tour(context, async (page, name) => {
    const found = await read(page);
    texts[name] = found;
    return [...(found.length === 0 ? ['nothing to read'] : []), ...(await look(page, name))];
  });
  await context.close();
  return { texts, wrong, complaints };
}

describe('every page', () => {
  let withScript: Awaited<ReturnType<typeof goRound>>;

  // Each page is opened once and looked at in both widths: twice the look of one tour, and twice its time.
  it('has no fault that axe knows, and no sideways scroll, on a desk and on a phone', {
    timeout: 480_000,
  }, async () => {
    withScript = await goRound(true, async (page) => {
      const faults: string[] = [];
      for (const device of ['phone', 'desk'] as const) {
        await page.setViewportSize(widths[device]);
        await expectNoSideways(page);
        for (const fault of await violations(page)) faults.push(`${device}: ${fault}`);
      }
      return faults;
    });
    expect(withScript.wrong).toEqual([]);
    expect(withScript.complaints).toEqual([]);
    expect(Object.keys(withScript.texts).length).toBeGreaterThan(addresses.length * 0.95);
  });

  it('says the same with script off: heading, text, forms and links', async () => {
    const without = await goRound(false, async () => []);
    expect(without.wrong).toEqual([]);
    expect(without.texts).toEqual(withScript.texts);
  });
});
