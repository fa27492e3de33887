import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import {
  byPassword,
  codeOf,
  eventsAbout,
  password,
  setUpSecondStep,
  wasWrittenTo,
  withPassword,
} from '#test/given-identity.ts';
import { browser, errorsShown, signedIn } from '#test/http.ts';
import { program } from '#test/worker-database.ts';
import { timeCodeAt } from '../commands/time-code.ts';
import { findSecondStep, secretOf } from '../queries/find-second-step.ts';

const typesAbout = async (personId: string) => (await eventsAbout(personId)).map(({ type }) => type);

describe('the second step', () => {
  it('is set up by password, key and code, and counts only after the code', async () => {
    const who = await withPassword();
    const device = await byPassword(who);
    const wrong = await device.post('/me/second-step', { password: 'something else' });
    expect([wrong.status, errorsShown(wrong)]).toEqual([422, ['The password is not right']]);
    expect((await device.post('/me/second-step', { password })).goesTo).toBe('/me/second-step/confirm');

    // Begun is not on: the password alone still signs in.
    expect((await (await byPassword(who)).get('/school')).status).toBe(200);
    const page = await device.get('/me/second-step/confirm');
    expect(page.$('svg[role=img]').attr('aria-label')).toContain('key');
    expect(page.$('b.key').text().replaceAll(' ', '')).toMatch(/^[A-Z2-7]{52}$/);
    const guess = await device.post('/me/second-step/confirm', { code: '000000' });
    expect(guess.status).toBe(422);

    const copied = device.cookies();
    const done = await device.post('/me/second-step/confirm', { code: await codeOf(who.personId) });
    expect(done.goesTo).toBe('/me/second-step/codes');
    expect((await device.get('/school')).status).toBe(200);
    expect((await browser(copied).get('/school')).goesTo).toMatch(/^\/sign-in/);
    expect(await typesAbout(who.personId)).toContain('SecondStepSetUp');
  });

  it('shows the code that the library itself would', async () => {
    const who = await withPassword();
    const device = await byPassword(who);
    await device.post('/me/second-step', { password });
    const step = await findSecondStep(program.database.auth, who.personId);
    if (step === null) throw new Error('begun');
    const secret = await secretOf(program, step);
    const { code } = await program.auth.api.generateTOTP({ body: { secret } });
    expect([timeCodeAt(secret, Date.now()), timeCodeAt(secret, Date.now() - 1000)]).toContain(code);
  });

  it('shows ten recovery codes until they are kept, and never after', async () => {
    const who = await withPassword();
    const device = await byPassword(who);
    const codes = await setUpSecondStep(device, who.personId);
    expect(new Set(codes).size).toBe(10);
    expect((await device.post('/me/second-step/codes')).goesTo).toBe('/');
    expect((await device.get('/me/second-step/codes')).goesTo).toBe('/me/second-step');
    await device.post('/me/second-step/new-codes', { password });
    const { text } = await device.get('/me/second-step/codes');
    expect(codes.filter((code) => text.includes(code))).toEqual([]);
    const old = await byPassword(who);
    expect((await old.post('/sign-in/recovery', { code: codes[0] ?? '' })).status).toBe(422);
  });

  it('is asked after the password, and nothing is open before it', async () => {
    const who = await withPassword();
    await setUpSecondStep(await byPassword(who), who.personId);
    const device = browser();
    const first = await device.post('/sign-in?then=%2Fschool', { email: who.email, password });
    expect(first.goesTo).toBe('/sign-in/code?then=%2Fschool');
    expect((await device.get('/school')).goesTo).toBe('/sign-in?then=%2Fschool');
    expect((await device.get('/me')).goesTo).toBe('/sign-in?then=%2Fme');
    const wrong = await device.post('/sign-in/code?then=%2Fschool', { code: '12 34' });
    expect([wrong.status, errorsShown(wrong)[0]]).toEqual([422, expect.stringContaining('not right')]);
    const code = await codeOf(who.personId);
    const done = await device.post('/sign-in/code?then=%2Fschool', { code });
    expect(done.goesTo).toBe('/school');
    expect((await device.get('/school')).status).toBe(200);
    expect((await device.get('/me/sessions')).text).toContain('Password and code');
  });

  it('takes no code twice, whoever shows it', async () => {
    const who = await withPassword();
    await setUpSecondStep(await byPassword(who), who.personId);
    const [own, thief] = [await byPassword(who), await byPassword(who)];
    const code = await codeOf(who.personId);
    expect((await own.post('/sign-in/code', { code })).status).toBe(303);
    const again = await thief.post('/sign-in/code', { code });
    expect([again.status, errorsShown(again)]).toEqual([
      422,
      ['This code was used already. Wait for the next one'],
    ]);
  });

  it('lets one of two through who show the same code at once', async () => {
    const who = await withPassword();
    await setUpSecondStep(await byPassword(who), who.personId);
    const devices = [await byPassword(who), await byPassword(who)];
    const code = await codeOf(who.personId);
    const answers = await Promise.all(devices.map((device) => device.post('/sign-in/code', { code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
  });

  it.each([
    [60, 'about an hour fast'],
    [-60, 'about an hour slow'],
    [4, 'about 4 minutes fast'],
  ])('says of a phone that is %i minutes wrong what to mend', async (minutes, words) => {
    const who = await withPassword();
    await setUpSecondStep(await byPassword(who), who.personId);
    const device = await byPassword(who);
    const answer = await device.post('/sign-in/code', { code: await codeOf(who.personId, minutes) });
    expect([answer.status, errorsShown(answer)[0]]).toEqual([422, expect.stringContaining(words)]);
  });

  it('slows down somebody who guesses codes, whatever the browser', async () => {
    const who = await withPassword();
    await setUpSecondStep(await byPassword(who), who.personId);
    const tries = [];
    for (let i = 0; i < 9; i++) {
      const device = i % 4 === 0 ? await byPassword(who) : browser();
      if (i % 4 !== 0) await device.post('/sign-in', { email: who.email, password });
      tries.push((await device.post('/sign-in/code', { code: String(100_000 + i) })).status);
    }
    expect(tries).toEqual([422, 422, 422, 422, 422, 422, 422, 422, 429]);
  });

  it('gives way to a recovery code, which works once', async () => {
    const who = await withPassword();
    const codes = await setUpSecondStep(await byPassword(who), who.personId);
    const [code = ''] = codes;
    const device = await byPassword(who);
    expect((await device.post('/sign-in/recovery', { code: 'AAAAA-AAAAA' })).status).toBe(422);
    expect((await device.post('/sign-in/recovery', { code })).status).toBe(303);
    const shown = await device.get('/school');
    expect([shown.status, shown.$('.govuk-notification-banner').text()]).toEqual([
      200,
      expect.stringContaining('9 recovery codes left'),
    ]);
    const again = await (await byPassword(who)).post('/sign-in/recovery', { code });
    expect([again.status, errorsShown(again)]).toEqual([
      422,
      ['This recovery code is not right, or was used before'],
    ]);
    expect(await typesAbout(who.personId)).toContain('RecoveryCodeUsed');
  });

  it('is asked of sessions that were open before it was set up', async () => {
    const who = await withPassword();
    const before = await byPassword(who);
    await setUpSecondStep(await byPassword(who), who.personId);
    expect((await before.get('/school')).goesTo).toBe('/sign-in/code?then=%2Fschool');
    expect((await before.post('/me/password', {})).goesTo).toBe('/sign-in/code');
    const done = await before.post('/sign-in/code?then=%2Fschool', { code: await codeOf(who.personId) });
    expect(done.goesTo).toBe('/school');
    expect((await before.get('/school')).status).toBe(200);
  });

  it('is switched off by the password', async () => {
    const who = await withPassword();
    const device = await byPassword(who);
    await setUpSecondStep(device, who.personId);
    expect((await device.post('/me/second-step/off', { password: 'wrong one' })).status).toBe(422);
    expect((await device.post('/me/second-step/off', { password })).goesTo).toBe('/me/second-step');
    expect((await device.get('/school')).status).toBe(200);
    expect((await (await byPassword(who)).get('/school')).status).toBe(200);
    expect(await typesAbout(who.personId)).toContain('SecondStepSwitchedOff');
  });
});

describe('whoever lost phone and codes', () => {
  it('is helped by an administrator with a reason, signed out everywhere and told', async () => {
    const who = await withPassword('teacher');
    const { browser: senco, personId: sencoId } = await given.person(who.school, 'senco');
    const device = await byPassword(who);
    await setUpSecondStep(device, who.personId);
    const address = `/people/${who.personId}/reset-second-step`;
    const empty = await senco.post(address, { why: '' });
    expect([empty.status, errorsShown(empty)]).toEqual([422, ['Enter why']]);
    expect((await senco.post(address, { why: 'Lost her phone, came to my office' })).goesTo).toBe(
      `/people/${who.personId}`,
    );
    expect((await device.get('/me')).goesTo).toMatch(/^\/sign-in/);
    expect((await (await byPassword(who)).get('/today')).status).toBe(200);
    expect(await wasWrittenTo(who.email)).toBe(true);
    const events = await eventsAbout(who.personId);
    expect(events.find(({ type }) => type === 'SecondStepReset')).toMatchObject({
      personId: sencoId,
      why: 'Lost her phone, came to my office',
    });
    const again = await senco.post(address, { why: 'Once more' });
    expect([again.status, again.text.includes('There is nothing to reset')]).toEqual([422, true]);
  });

  it('is helped by nobody else', async () => {
    const who = await withPassword('teacher');
    const address = `/people/${who.personId}/reset-second-step`;
    const { browser: head } = await given.person(who.school, 'head');
    expect((await head.post(address, { why: 'x' })).status).toBe(403);
    const { browser: stranger } = await given.person(await given.school(), 'senco');
    expect((await stranger.post(address, { why: 'x' })).status).toBe(404);
    expect((await (await signedIn(who.personId, null)).post(address, { why: 'x' })).goesTo).toBe('/schools');
  });
});
