import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PupilId } from '#src/kernel/ids.ts';
import { type Clock, stoppedClock } from '#src/platform/clock/clock.ts';
import * as given from '../given.ts';
import { linkShown } from '../given-identity.ts';
import * as givenRegister from '../given-register.ts';
import { uniqueEmail } from '../http.ts';
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
let now = stoppedClock('2026-11-24T09:00:00Z');
const clock: Clock = { now: () => now.now(), today: () => now.today() };
let site: Site;
let chromium: Browser;
let pupilId: PupilId;
let senco: { email: string; password: string };

beforeAll(async () => {
  const school = await given.school();
  pupilId = await givenRegister.pupilOnRegister(school);
  const account = await given.account(password);
  await given.giveRoles(school, account.personId, ['senco']);
  senco = account;
  site = await openSite(undefined, { clock });
  chromium = await openChromium();
}, 120_000);

afterAll(async () => {
  await chromium.close();
  await site.close();
});

describe('a guest', () => {
  it('comes by a link to one pupil, and the access ends by itself', async () => {
    // given the SENCO invites somebody from outside to a pupil until Friday
    const own = await chromium.newContext({ viewport: widths.desk });
    const complaints = listenForComplaints(own);
    const desk = await own.newPage();
    await signIn(desk, site, senco);
    await desk.goto(`${site.url}/pupils/${pupilId}`);
    await desk.getByRole('link', { name: 'Invite a guest' }).click();
    expect(await violations(desk)).toEqual([]);
    const email = uniqueEmail();
    await desk.getByLabel('Name', { exact: true }).fill('Ms Reed');
    await desk.getByLabel('Email address').fill(email);
    await desk.getByLabel('Outside professional').check();
    await desk.getByLabel('SEN status, needs and attendance').check();
    await desk.getByLabel('Day', { exact: true }).fill('27');
    await desk.getByLabel('Month').fill('11');
    await desk.getByLabel('Year').fill('2026');
    await desk.getByLabel('Why they are asked').fill('Advice on speech and language');
    await desk.getByRole('button', { name: 'Invite' }).click();
    const link = linkShown(
      await desk
        .locator('main, [role=alert]')
        .allInnerTexts()
        .then((all) => all.join(' ')),
    );
    expect(await violations(desk)).toEqual([]);
    await expectNoSideways(desk);

    // when the guest opens the link on a telephone, chooses a password and signs in
    const theirs = await chromium.newContext({ viewport: widths.phone });
    const phone = await theirs.newPage();
    await phone.goto(`${site.url}${link}`);
    expect(await violations(phone)).toEqual([]);
    await phone.getByLabel('Choose a password').fill(password);
    await phone.getByRole('button', { name: 'Accept' }).click();
    await signIn(phone, site, { email, password });

    // then they see that pupil, and the pupil's record
    expect(new URL(phone.url()).pathname).toBe('/invited');
    await expectNoSideways(phone);
    await phone.getByRole('link', { name: 'Amara Okafor' }).click();
    expect(await phone.getByRole('heading', { level: 1 }).innerText()).toBe('Amara Okafor');
    expect(await violations(phone)).toEqual([]);

    // and on Friday night still, and on Saturday no more, though nobody did anything
    now = stoppedClock('2026-11-27T23:00:00Z');
    expect((await phone.reload())?.status()).toBe(200);
    now = stoppedClock('2026-11-28T00:10:00Z');
    expect((await phone.reload())?.status()).toBe(403);
    await phone.goto(`${site.url}/schools`);
    expect(await phone.getByText('You have no role in a school today').count()).toBe(1);
    await desk.goto(`${site.url}/guests`);
    expect(await desk.locator('.tag', { hasText: 'Ended' }).count()).toBe(1);
    expect(complaints).toEqual([]);
    await own.close();
    await theirs.close();
  });
});
