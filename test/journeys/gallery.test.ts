import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serveGallery } from '#test/ui/gallery-server.ts';
import { violations } from './browse.ts';

let browser: Browser;
let gallery: Awaited<ReturnType<typeof serveGallery>>;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  gallery = await serveGallery();
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
});
afterAll(async () => {
  await browser.close();
  gallery.close();
});
beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
});
afterEach(async () => {
  await page.context().close();
  gallery.read({});
  // The content security policy speaks here too.
  expect(complaints).toEqual([]);
});

const open = (name: string) => page.goto(`${gallery.url}/${name}`);
const breaches = () => violations(page);
const overflow = () =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const names = ['register', 'pupil', 'today', 'sessions', 'forms', 'parts', 'sign-in'];

describe('everybody can read the pages', () => {
  test.each(names)('%s, on a desk and on a phone', async (name) => {
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await open(name);
      expect(await breaches()).toEqual([]);
      expect(await overflow()).toBe(0);
    }
  });

  // The contrast of every tint is measured by a quicker test.
  test.each(['cream', 'dark'] as const)('in the tint %s', async (tint) => {
    gallery.read({ tint, spacing: 'wide' });
    for (const name of ['forms', 'parts']) {
      await open(name);
      expect(await breaches()).toEqual([]);
    }
  });

  test.each(names)('%s, four times as large on a small window', async (name) => {
    gallery.read({ size: 'larger', spacing: 'wide' });
    await page.setViewportSize({ width: 320, height: 640 });
    await open(name);
    expect(await overflow()).toBe(0);
  });
});

describe('a pupil is found by the keyboard alone', () => {
  const field = () => page.getByRole('combobox', { name: 'Find a pupil' });

  test('by one key, letters and Enter', async () => {
    await open('register');
    await page.keyboard.press('/');
    await page.keyboard.type('oka');
    await page.getByRole('option', { name: /Okafor/, selected: true }).waitFor();
    expect(await breaches()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/pupil');
  });

  test('by the arrows, and Escape closes the list', async () => {
    await open('register');
    await field().fill('ok');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await field().getAttribute('aria-activedescendant')).toBe('found-1');
    await page.keyboard.press('Escape');
    expect(await field().getAttribute('aria-expanded')).toBe('false');
    expect(await page.getByRole('option').count()).toBe(0);
  });

  test('by the mouse', async () => {
    await open('register');
    await field().fill('ok');
    await page.getByRole('option', { name: /Okoye/ }).click();
    await page.waitForURL('**/today');
  });

  test('and / stays a letter where somebody types, or who turned it off', async () => {
    await open('forms');
    await page.locator('#words').press('/');
    expect(await page.locator('#words').inputValue()).toBe('/');
    gallery.read({ keys: 'off' });
    await open('register');
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  });
});

describe('a form minds its manners', () => {
  test('it says first what is wrong, and leads to it', async () => {
    await open('forms');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('govuk-error-summary');
    await page.getByRole('link', { name: 'Since must be a real date' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('since-day');
  });

  test('it is sent once, however often it is clicked', async () => {
    await open('sessions');
    const before = gallery.posts();
    await page.getByRole('button', { name: 'All here' }).dblclick({ noWaitAfter: true });
    await page.waitForURL('**/sessions/1');
    expect(gallery.posts() - before).toBe(1);
  });

  test('it shows a password, and hides it before it is sent', async () => {
    await open('sign-in');
    const password = page.locator('#password');
    await page.getByRole('button', { name: 'Show password' }).click();
    expect(await password.getAttribute('type')).toBe('text');
    await page.getByRole('button', { name: 'Hide password' }).click();
    expect(await password.getAttribute('type')).toBe('password');
  });
});

describe('a filter', () => {
  test('is applied when its chip closes, and keeps the rest of the address', async () => {
    await open('register');
    await page.getByText('Status: EHC plan + 1').click();
    await page.getByLabel('Monitored').click();
    await page.getByRole('heading', { name: 'SEND register' }).click();
    await page.waitForURL('**/register?sort=name&status=plan&status=support&status=monitored');
  });

  test('is taken back by Escape', async () => {
    await open('register');
    await page.getByText('Status: EHC plan + 1').click();
    await page.getByLabel('Monitored').click();
    await page.keyboard.press('Escape');
    expect(await page.getByLabel('Monitored').isVisible()).toBe(false);
    expect(await page.getByLabel('Monitored').isChecked()).toBe(false);
    expect(page.url()).toBe(`${gallery.url}/register`);
  });
});

test('a page with a long job draws itself anew until the job is done', async () => {
  await open('parts');
  expect(await page.locator('main').getAttribute('data-refresh')).toBe('2');
  gallery.finish();
  await page.waitForSelector('main:not([data-refresh])', { timeout: 8000 });
});

test('paper shows what was found and nothing to click', async () => {
  await open('register');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation').isVisible()).toBe(false);
  expect(await page.getByRole('link', { name: 'Raise a concern' }).isVisible()).toBe(false);
  expect(await page.getByText('104 pupils').isVisible()).toBe(true);
  expect(await page.locator('thead').evaluate((head) => getComputedStyle(head).display)).toBe(
    'table-header-group',
  );
});
