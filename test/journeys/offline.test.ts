import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { stoppedClock } from '#src/platform/clock/clock.ts';
import { password, withPassword } from '../given-identity.ts';
import { standing, told, type World, world } from '../given-offline.ts';
import * as givenProvision from '../given-provision.ts';
import { asOwner, testInstant, testToday } from '../worker-database.ts';
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

let site: Site;
let chromium: Browser;

beforeAll(async () => {
  site = await openSite(undefined, { clock: stoppedClock(testInstant) });
  chromium = await openChromium();
}, 120_000);

afterAll(async () => {
  await chromium.close();
  await site.close();
});

/** Somebody who can sign in and runs the group of a world, at four times today. */
async function fourToday(): Promise<World & { who: { email: string; password: string } }> {
  const made = await world();
  const { personId, email } = await withPassword('ta', made.school);
  await asOwner(`update app.staff set person_id = $2 where school_id = $1 and person_id = $3`, [
    made.school.schoolId,
    personId,
    made.ta.personId,
  ]);
  await asOwner(`update app.reach set person_id = $2 where school_id = $1 and person_id = $3`, [
    made.school.schoolId,
    personId,
    made.ta.personId,
  ]);
  await asOwner(`delete from app.run_slots where run_id = $1`, [made.runId]);
  for (const startsAt of ['09:00', '10:00', '11:00', '13:00'])
    await givenProvision.slot(made.school, made.runId, { startsAt, fromOn: schoolDate(testToday) });
  return { ...made, who: { email, password } };
}

describe('a hall without signal', () => {
  it('keeps four taps over a reload, and Sendero counts each once', async () => {
    const { school, who } = await fourToday();
    const context = await chromium.newContext({ viewport: widths.phone });
    await context.clock.setFixedTime(testInstant);
    const complaints = listenForComplaints(context);
    const page = await context.newPage();
    const card = (title: string) => page.locator('.card', { hasText: title });

    // given a teaching assistant who opens the screen where there is signal
    await signIn(page, site, who);
    await page.goto(`${site.url}/provision/today`);
    await page.getByRole('link', { name: 'Without signal' }).click();
    await page.getByText('Nothing waits to be sent').waitFor();
    await card('9.00').getByRole('button', { name: 'All here' }).waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready);
    expect(await violations(page)).toEqual([]);
    await expectNoSideways(page);
    expect(await page.locator('body').innerText()).not.toMatch(/Amara|Okafor|Osei/);

    // when the signal goes and they tap what happened
    await context.setOffline(true);
    await card('9.00').getByRole('button', { name: 'All here' }).click();
    await page.getByText('1 tap is not sent yet').waitFor();
    await card('10.00').getByRole('button', { name: 'Someone missing' }).click();
    await page.getByLabel('A.O. 2').check();
    await page.getByLabel('Why they were not there').selectOption({ label: 'Trip' });
    await page.getByLabel('Note').fill('Took turns');
    await page.evaluate(() => dispatchEvent(new Event('offline')));
    expect(await page.getByLabel('Note').inputValue()).toBe('Took turns');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keep' }).click();
    await card('11.00').getByRole('button', { name: 'Did not happen' }).click();
    await page.getByLabel('Why it did not happen').selectOption({ label: 'No room' });
    await page.getByRole('button', { name: 'Keep' }).click();
    await card('13.00').getByRole('button', { name: 'All here' }).click();
    await page.getByText('4 taps are not sent yet').waitFor();
    await page.getByText('No signal. What you tap is kept').waitFor();

    // then a reload without signal shows them still, and nothing on the device names a child
    await page.reload();
    await page.getByText('4 taps are not sent yet').waitFor();
    await card('10.00').getByText('1 of 2 here, not A.O. 2 (trip)').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await keptFiles(page)).toEqual({ names: false, isReadable: false, files: expect.any(Number) });
    expect(await standing(school)).toEqual([]);

    // and with signal each is counted once, though the first answer is lost on its way back
    await context.route('**/provision/offline/outbox', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await context.setOffline(false);
    await expect.poll(() => standing(school), { timeout: 60_000 }).toHaveLength(4);
    await page.getByText('4 taps are not sent yet').waitFor();
    await context.unroute('**/provision/offline/outbox');
    await page.getByRole('button', { name: 'Send now' }).click();
    await page.getByText('Nothing waits to be sent').waitFor();
    await card('9.00').getByText('Logged').waitFor();
    expect(
      (await standing(school))
        .map(({ state, reason, note, present }) => [state, reason, note, present])
        .toSorted(),
    ).toEqual(
      [
        ['cancelled', 'room', null, 0],
        ['held', null, 'Took turns', 1],
        ['held', null, null, 2],
        ['held', null, null, 2],
      ].toSorted(),
    );
    expect(await told(school)).toEqual(Array.from({ length: 4 }, () => 'SessionLogged'));
    await page.reload();
    await page.getByText('Nothing waits to be sent').waitFor();
    expect(await told(school)).toHaveLength(4);

    // and what is left on the device goes with signing out
    await page.goto(`${site.url}/sign-out`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('**/sign-in');
    await context.setOffline(true);
    await page.goto(`${site.url}/provision/offline/sessions`);
    await page.getByText('No sessions on this device').waitFor();
    expect(complaints.filter((words) => !/ERR_(INTERNET_DISCONNECTED|FAILED)/.test(words))).toEqual([]);
    await context.close();
  });
});

/** What the browser keeps of the screen: whether a file names a child, and whether what was tapped can be read. */
const keptFiles = (page: import('playwright-core').Page) =>
  page.evaluate(async () => {
    const texts: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const asked of await cache.keys()) texts.push((await (await cache.match(asked))?.text()) ?? '');
    }
    const db = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open('sendero-offline');
      opening.onsuccess = () => done(opening.result);
    });
    const rows = await new Promise<unknown[]>((done) => {
      const reading = db.transaction('taps').objectStore('taps').getAll();
      reading.onsuccess = () => done(reading.result);
    });
    db.close();
    const bytes = rows.map((row) =>
      new TextDecoder().decode(Reflect.get(Reflect.get(Object(row), 'tap'), 'bytes')),
    );
    return {
      files: texts.length,
      names: texts.some((text) => /Amara|Okafor|Osei|Larkfield/.test(text)),
      isReadable: bytes.some((text) => text.includes('held')) || rows.length !== 4,
    };
  });
