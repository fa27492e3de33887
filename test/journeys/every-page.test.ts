import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '#src/app.ts';
import { addressOf, findIds } from '../addresses.ts';
import * as given from '../given.ts';
import { fillTwoSchools } from '../two-schools.ts';
import { asOwner, program } from '../worker-database.ts';
import {
  listenForComplaints,
  openChromium,
  openSite,
  type Site,
  sideways,
  signIn,
  violations,
  widths,
} from './browse.ts';

const password = 'violet tractor umbrella';
let site: Site;
let chromium: Browser;
let email: string;
let addresses: readonly Address[];
let schoolName: string;

beforeAll(async () => {
  const filled = await fillTwoSchools(5);
  const [here] = filled.schools;
  if (here === undefined) throw new Error('a school');
  const account = await given.account(password);
  email = account.email;
  const [row] = await asOwner<{ trustId: string; name: string }>(
    'select trust_id as "trustId", name from app.schools where school_id = $1',
    [here.schoolId],
  );
  schoolName = row?.name ?? '';
  const school = { schoolId: here.schoolId, urn: '', trustId: given.trustIdOf(row?.trustId ?? '') };
  await given.giveRoles(school, account.personId, ['senco', 'trust_lead']);
  addresses = await listAddresses(here.schoolId, here.pupilIds[0] ?? '');
  // Its files lie where those of the two schools were kept.
  site = await openSite(async () => ({ dataFolder: program.settings.dataFolder }));
  chromium = await openChromium();
}, 180_000);

afterAll(async () => {
  await chromium.close();
  await site.close();
});

/** The address of every page, with the ids of real rows of the school in it. */
async function listAddresses(schoolId: string, pupilId: string): Promise<Address[]> {
  const ids = await findIds(schoolId, pupilId);
  return routes
    .filter((route) => route.methods.includes('GET') && route.file.includes('.page.'))
    .map(({ path }) => ({ path, address: addressOf(path, ids) }));
}

type Address = { readonly path: string; readonly address: string };
type Toured = Readonly<Record<'wrong' | 'led' | 'refused', readonly string[]>>;
type Look = (page: Page, name: string) => Promise<string[]>;

/** Addresses that lead this person elsewhere, to a page that has an address of its own. */
const leadsOn = [
  '/',
  '/concerns/new',
  '/locked',
  '/me/second-step/codes',
  '/me/second-step/confirm',
  '/me/second-step/new-codes',
  '/me/second-step/off',
  '/sign-in',
  '/sign-in/code',
  '/sign-in/recovery',
  '/sign-in/with/:provider/back',
  '/team/demands/:demandId',
  '/v',
  '/v/picture',
  '/v/plan',
  '/v/pupil',
  '/v/sign',
];

/**
 * Opens every address, in two windows of one browser that take turns, and gives back what is wrong. Whatever this person
 * may not open, or is no longer there, is one page with one sentence: it is looked at once, by the name of its status.
 */
async function tour(context: BrowserContext, look: Look): Promise<Toured> {
  const toured = { wrong: [] as string[], led: [] as string[], refused: [] as string[] };
  const left = [...addresses];
  const refusals = new Set<string>();
  const open = async (page: Page, { path, address }: Address): Promise<readonly string[]> => {
    const status = (await page.goto(`${site.url}${address}`))?.status() ?? 500;
    if (status >= 500) return [`${status}`];
    if (status < 400 && new URL(page.url()).pathname !== address) {
      toured.led.push(path);
      return [];
    }
    if (status >= 400) toured.refused.push(path);
    const name = status < 400 ? address : `${status}`;
    if (refusals.has(name)) return [];
    if (status >= 400) refusals.add(name);
    return await look(page, name);
  };
  const walk = async (page: Page) => {
    for (let next = left.shift(); next !== undefined; next = left.shift())
      for (const fault of await open(page, next)) toured.wrong.push(`${next.address}: ${fault}`);
  };
  await Promise.all([walk(await context.newPage()), walk(await context.newPage())]);
  return toured;
}

/** As the records of who looked name whoever walks. */
const walker = 'Mx Person';

/** What a person reads on a page: headings, labels, buttons and links; not how often the walk itself came by. */
async function read(page: Page): Promise<string[]> {
  const texts = await page
    .locator('main :is(h1, h2, h3, label, legend, button[type=submit], a, th)')
    .allInnerTexts();
  return texts
    .map((text) => text.trim().replace(/^(Who looked at the record) .*/, '$1'))
    .filter((text) => text !== '' && text !== walker && !/^(Show|Hide)/.test(text));
}

/** Goes round every page as somebody who signed in just now, and gives back what it read and what was wrong. */
async function goRound(javaScriptEnabled: boolean, look: Look) {
  // The page of one's own sessions lists those of the round before.
  await asOwner('delete from auth.session');
  const context = await chromium.newContext({ viewport: widths.desk, javaScriptEnabled });
  const complaints = listenForComplaints(context);
  const page = await context.newPage();
  await signIn(page, site, { email, password });
  await page.getByLabel(schoolName).check();
  await page.getByRole('button', { name: 'Open' }).click();
  await page.waitForURL((at) => at.pathname !== '/schools');
  const texts: Record<string, string[]> = {};
  const toured = await tour(context, async (page, name) => {
    const found = await read(page);
    texts[name] = found;
    return [...(found.length === 0 ? ['nothing to read'] : []), ...(await look(page, name))];
  });
  await context.close();
  return { texts, complaints, ...toured };
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
        const over = await sideways(page);
        if (over > 0) faults.push(`${device}: ${over} pixels too wide`);
        for (const fault of await violations(page)) faults.push(`${device}: ${fault}`);
      }
      return faults;
    });
    expect(withScript.wrong).toEqual([]);
    expect(withScript.complaints).toEqual([]);
    expect(withScript.led.toSorted()).toEqual(leadsOn);
    expect(withScript.refused.length).toBeLessThan(addresses.length / 10);
  });

  it('says the same with script off: heading, text, forms and links', async () => {
    const without = await goRound(false, async () => []);
    expect(without.wrong).toEqual([]);
    expect(without.texts).toEqual(withScript.texts);
  });
});
