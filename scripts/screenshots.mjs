// Takes the pictures of docs/screens from a demo that runs: node scripts/screenshots.mjs http://localhost:3000
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';

const [address] = process.argv.slice(2);
const executablePath = findChromium();
if (address === undefined || executablePath === null) {
  process.stderr.write(
    'Usage: node scripts/screenshots.mjs ADDRESS (of a demo that runs). Chromium is needed.\n',
  );
  process.exit(2);
}
const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs', 'screens');
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  const open = async (path) => {
    const answer = await page.goto(new URL(path, address).href, { waitUntil: 'networkidle' });
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}`);
  };
  await open('/sign-in');
  await page.getByLabel('Email address').fill('senco@larkfield.example');
  await page.getByLabel('Password', { exact: true }).fill('bright path larkfield');
  await Promise.all([
    page.waitForURL((url) => url.pathname !== '/sign-in'),
    page.getByRole('button', { name: 'Sign in' }).click(),
  ]);

  await open('/pupils');
  const links = await page
    .locator('main a[href^="/pupils/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  const pupil = links.find((link) => /^\/pupils\/[0-9a-f-]{36}$/.test(link));
  if (pupil === undefined) throw new Error('The register shows no pupil');

  for (const [name, path] of [
    ['today', '/today'],
    ['register', '/pupils'],
    ['pupil', pupil],
    ['plan', `${pupil}/plan`],
    ['map', '/provision/map'],
    ['sessions', '/provision/today'],
    ['reviews', '/reviews'],
    ['school', '/school'],
  ]) {
    for (const [width, height, suffix] of [
      [1280, 900, ''],
      [390, 844, '-phone'],
    ]) {
      await page.setViewportSize({ width, height });
      await open(path);
      await page.screenshot({ path: join(folder, `${name}${suffix}.png`) });
      process.stdout.write(`docs/screens/${name}${suffix}.png\n`);
    }
  }
} finally {
  await browser.close();
}
