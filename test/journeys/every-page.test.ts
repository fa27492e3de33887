import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '#src/app.ts';
import { keysOfEhcPlan } from '../addresses.ts';
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

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The address of every page, with the ids of real rows of the school in it. */
async function listAddresses(schoolId: string, pupilId: string): Promise<string[]> {
  const keys = await asOwner<{ table: string; column: string }>(`
    select c.relname as table, a.attname as column from pg_constraint k
    join pg_class c on c.oid = k.conrelid and c.relnamespace = 'app'::regnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[2] where k.contype = 'p' order by 1`);
  const ids = new Map<string, string>([
    ['row_number', '1'],
    ['kind', 'help'],
    ['rule_id', 'quality-1'],
    ['number', '1'],
    ['token', 'spent'],
  ]);
  for (const { table, column } of keys) {
    const rows = await asOwner<{ id: string }>(
      `select ${column}::text as id from app.${table} t where school_id = $1
       order by (to_jsonb(t) ->> 'pupil_id' = $2) desc nulls last limit 1`,
      [schoolId, pupilId],
    ).catch(() => []);
    const [first] = rows;
    if (first !== undefined && !ids.has(column)) ids.set(column, first.id);
  }
  ids.set('pupil_id', pupilId);
  ids.set('entry_key', ids.get('entry_id') ?? 'none');
  ids.set('opened_pupil_id', pupilId);
  ids.set('record_kind', 'contact-note');
  ids.set('record_id', ids.get('contact_note_id') ?? 'none');
  const [guest] = await asOwner<{ id: string }>(
    "select reach_id as id from app.reach where school_id = $1 and why = 'invited' and until_on > now()",
    [schoolId],
  );
  ids.set('reach_id', guest?.id ?? 'none');
  for (const [name, id] of await keysOfEhcPlan(pupilId)) ids.set(name, id);
  return routes
    .filter((route) => route.methods.includes('GET') && route.file.includes('.page.'))
    .map((route) =>
      route.path.replace(/:([A-Za-z]+)(\{[^}]*\})?/g, (_, name: string) => ids.get(snake(name)) ?? 'none'),
    );
}

type Look = (page: Page, address: string) => Promise<string[]>;

/** Opens every address, in two windows of one browser that take turns, and gives back what is wrong. */
async function tour(context: BrowserContext, look: Look): Promise<string[]> {
  const wrong: string[] = [];
  const left = [...addresses];
  const walk = async (page: Page) => {
    for (let address = left.shift(); address !== undefined; address = left.shift()) {
      const answer = await page.goto(`${site.url}${address}`);
      if (answer === null || answer.status() >= 500)
        wrong.push(`${address}: ${answer?.status() ?? 'no answer'}`);
      else for (const fault of await look(page, address)) wrong.push(`${address}: ${fault}`);
    }
  };
  await Promise.all([walk(await context.newPage()), walk(await context.newPage())]);
  return wrong;
}

describe('every page', () => {
  // Each page is opened once and looked at in both widths: twice the look of one tour, and twice its time.
  it('has no fault that axe knows, and no sideways scroll, on a desk and on a phone', {
    timeout: 480_000,
  }, async () => {
    const context = await chromium.newContext({ viewport: widths.desk });
    const complaints = listenForComplaints(context);
    await signIn(await context.newPage(), site, { email, password });
    const wrong = await tour(context, async (page) => {
      const faults: string[] = [];
      for (const device of ['desk', 'phone'] as const) {
        await page.setViewportSize(widths[device]);
        await expectNoSideways(page);
        for (const fault of await violations(page)) faults.push(`${device}: ${fault}`);
      }
      return faults;
    });
    expect(wrong).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says the same with script off: heading, text, forms and links', async () => {
    const withScript = await read(true);
    const without = await read(false);
    expect(without).toEqual(withScript);
  });
});

/** What a person reads on each page: headings, labels, buttons and links. */
async function read(javaScriptEnabled: boolean): Promise<Record<string, string[]>> {
  // The page of one's own sessions lists those of the tours before.
  await asOwner('delete from auth.session');
  const context = await chromium.newContext({ viewport: widths.desk, javaScriptEnabled });
  await signIn(await context.newPage(), site, { email, password });
  const found: Record<string, string[]> = {};
  const wrong = await tour(context, async (page, address) => {
    const texts = await page
      .locator('main :is(h1, h2, h3, label, legend, button[type=submit], a, th)')
      .allInnerTexts();
    const read = texts.map((text) => text.trim()).filter((text) => text !== '' && !/^(Show|Hide)/.test(text));
    found[address] = read;
    return read.length === 0 ? ['nothing to read'] : [];
  });
  expect(wrong).toEqual([]);
  await context.close();
  return found;
}
