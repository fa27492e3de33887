import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { AxeResults, RunOptions } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { buildApp } from '#src/app.ts';
import { jobs } from '#src/jobs.ts';
import { type Clock, systemClock } from '#src/platform/clock/clock.ts';
import { freePort } from '#src/platform/db/postgres.ts';
import { workJobs } from '#src/platform/jobs/boss.ts';
import type { Program } from '#src/platform/program.ts';
import type { Settings } from '#src/platform/settings.ts';
import { openProgram } from '#src/start.ts';
import { testSecret } from '../database.setup.ts';
import { ownerUrl } from '../worker-database.ts';

export type Site = { readonly url: string; readonly program: Program; readonly close: () => Promise<void> };

/** The whole program on a port of this machine, its jobs at work, on the database of this test file. */
export async function openSite(
  more: (url: string) => Promise<Partial<Settings>> = async () => ({}),
  { clock = systemClock }: { clock?: Clock } = {},
): Promise<Site> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const dataFolder = mkdtempSync(join(tmpdir(), 'sendero-journey-'));
  const settings = {
    port,
    url,
    dataFolder,
    host: '127.0.0.1',
    databaseUrl: null,
    secret: testSecret,
    processes: 1,
    smtpUrl: null,
    ...(await more(url)),
  };
  const program = await openProgram(settings, ownerUrl, { clock });
  const worker = await workJobs({ ownerUrl, secret: testSecret, bench: { program } }, jobs);
  const server = serve({ fetch: buildApp(program).fetch, port, hostname: '127.0.0.1' });
  return {
    url,
    program,
    close: async () => {
      await worker.stop();
      await new Promise((closed) => server.close(closed));
      await program.close();
    },
  };
}

export const openChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });

export const widths = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const;

/** Signs in as a person does. */
export async function signIn(
  page: Page,
  site: Site,
  who: { email: string; password: string },
): Promise<void> {
  await page.goto(`${site.url}/sign-in`);
  await page.getByLabel('Email address').fill(who.email);
  await page.getByLabel('Password', { exact: true }).fill(who.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const axeRules: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // What is in order is counted by nobody: it need not be described.
  resultTypes: ['violations'],
};

/**
 * What axe finds against WCAG 2.2 AA, in words; empty when nothing. Our pages have no frames, so axe is put into the
 * page itself, once for each that is opened.
 */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const found = await page.evaluate(async (options) => {
    const { axe } = globalThis as unknown as { axe: { run: (how: RunOptions) => Promise<AxeResults> } };
    return (await axe.run(options)).violations;
  }, axeRules);
  return found.map(
    (one) =>
      `${one.id}: ${one.nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  );
}

/** By how many pixels the page is wider than the window. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Fails when the page is wider than the window: nobody should have to scroll sideways to read. */
export async function expectNoSideways(page: Page): Promise<void> {
  expect(await sideways(page)).toBeLessThanOrEqual(0);
}

/** No fault that axe knows, and no sideways scroll on a phone. */
export async function looksRight(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize(widths.phone);
  await expectNoSideways(page);
  await page.setViewportSize(widths.desk);
}

/** Types a day, such as `2026-11-24`, into the three boxes under a label. */
export async function fillDay(page: Page, label: string, day: string): Promise<void> {
  const group = page.getByRole('group', { name: label });
  for (const [at, part] of ['Year', 'Month', 'Day'].entries())
    await group.getByLabel(part, { exact: true }).fill(String(Number(day.split('-')[at])));
}

/** What has the focus, as somebody who listens hears it. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    const labels = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels : null;
    return (labels?.[0] ?? at)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  });

/** Presses Tab until that has the focus, and says how often it took; fails when it is never reached. */
export async function tabTo(page: Page, words: string): Promise<number> {
  for (let pressed = 1; pressed <= 60; pressed++) {
    await page.keyboard.press('Tab');
    if ((await focused(page)).startsWith(words)) return pressed;
  }
  throw new Error(`Tab never came to "${words}"`);
}

/** Collects what the browser complains of: breaches of the content policy, errors of scripts. */
export function listenForComplaints(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    // A form shown again with its mistakes answers 422, which Chromium logs by itself.
    if (message.type() === 'error' && !/status of (403|404|422)/.test(message.text()))
      complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(error.error().message));
  return complaints;
}
