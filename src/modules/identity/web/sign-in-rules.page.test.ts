import { describe, expect, it } from 'vitest';
import { SchoolId } from '#src/kernel/ids.ts';
import * as given from '#test/given.ts';
import { byPassword, eventsAbout, leaveIdle, setUpSecondStep, withPassword } from '#test/given-identity.ts';
import { type Browser, errorsShown, signedIn } from '#test/http.ts';
import { asOwner, program } from '#test/worker-database.ts';

const save = async (by: Browser, set: Record<string, string>, address = '/school/signing-in') => {
  const { $ } = await by.get(address);
  return by.post(address, { version: String($('input[name=version]').val()), ...set });
};
const raise = (personId: string) =>
  program.database.auth.query(`update session set "strongBy" = 'passkey' where "userId" = $1`, [personId]);

describe('what a school asks of those who sign in', () => {
  it('is shown and changed by those who give roles, with an event of before and after', async () => {
    const school = await given.school();
    const { browser: senco, personId } = await given.person(school, 'senco');
    const page = await senco.get('/school/signing-in');
    expect([page.status, page.$('#idleMinutes').val()]).toEqual([200, '15']);
    expect((await save(senco, { idleMinutes: '30' })).goesTo).toBe('/school/signing-in');
    expect(await eventsAbout(school.schoolId)).toContainEqual({
      type: 'SignInRulesSet',
      personId,
      why: null,
      changes: { idleMinutes: { before: 15, after: 30 } },
    });
    const { browser: head } = await given.person(school, 'head');
    expect((await head.get('/school/signing-in')).status).toBe(403);
  });

  it.each(['1', '121', '', 'ten'])('takes no %j minutes', async (idleMinutes) => {
    const { browser: senco } = await given.person(await given.school(), 'senco');
    const wrong = await save(senco, { idleMinutes });
    expect([wrong.status, errorsShown(wrong).length]).toEqual([422, 1]);
  });

  it('is saved by one of two who change it at once; the other sees what stands', async () => {
    const school = await given.school();
    const [one, other] = [await given.person(school, 'senco'), await given.person(school, 'senco')];
    const { $ } = await other.browser.get('/school/signing-in');
    const version = String($('input[name=version]').val());
    await save(one.browser, { idleMinutes: '30' });
    const late = await other.browser.post('/school/signing-in', { idleMinutes: '60', version });
    expect([late.status, late.$('#idleMinutes').val()]).toEqual([422, '30']);
    expect(errorsShown(late)[0]).toContain('Somebody else has changed this');
  });

  it('locks screens after its own minutes', async () => {
    const school = await given.school();
    const { browser: senco, personId } = await given.person(school, 'senco');
    await save(senco, { idleMinutes: '5' });
    expect((await senco.get('/school')).$('body').attr('data-lock')).toBe('5');
    await leaveIdle(personId, 5);
    expect((await senco.get('/school')).goesTo).toBe('/locked?then=%2Fschool');
  });

  it('lists who sees the whole school and has no second step yet', async () => {
    const who = await withPassword('head');
    const { browser: senco } = await given.person(who.school, 'senco');
    await given.person(who.school, 'teacher');
    expect((await senco.get('/school/signing-in')).text).toContain('2 of 2 who see the whole school');
    await setUpSecondStep(await byPassword(who), who.personId);
    const { text, $ } = await senco.get('/school/signing-in');
    expect(text).toContain('1 of 2 who see the whole school');
    expect($('main ul a').length).toBe(1);
  });
});

describe('a school that asks for a second step', () => {
  const asking = async (inTrust = false) => {
    const school = await given.school({ inTrust });
    await asOwner('update app.schools set requires_second_step = true where school_id = $1', [
      school.schoolId,
    ]);
    return school;
  };

  it.each(['senco', 'head', 'office', 'designated_teacher'] as const)(
    'leads a %s without one to set it up, and opens nothing else',
    async (role) => {
      const { browser: own, personId } = await given.person(await asking(), role);
      for (const address of ['/school', '/pupils', '/find.json?q=a', '/people/new'])
        expect((await own.get(address)).goesTo).toMatch(/^\/me\/second-step\?then=/);
      expect((await own.post('/people/new', {})).goesTo).toBe('/me/second-step');
      const page = await own.get('/me/second-step');
      expect([page.status, page.text.includes('Your school asks for a second step')]).toEqual([200, true]);
      await raise(personId);
      expect((await own.get('/find?q=a')).status).toBe(200);
    },
  );

  it.each(['teacher', 'ta', 'governor'] as const)('asks nothing of a %s', async (role) => {
    const { browser: own } = await given.person(await asking(), role);
    expect((await own.get('/school')).status).toBe(403);
  });

  it.each(['trust_lead', 'trustee'] as const)('asks it of a %s as well', async (role) => {
    const { browser: own } = await given.person(await asking(true), role);
    expect((await own.get('/insight')).goesTo).toBe('/me/second-step?then=%2Finsight');
  });

  it('opens with the step set up, and not with the password of another day', async () => {
    const who = await withPassword('senco', await asking());
    const device = await byPassword(who);
    expect((await device.get('/school')).goesTo).toBe('/me/second-step?then=%2Fschool');
    await setUpSecondStep(device, who.personId);
    expect((await device.get('/school')).status).toBe(200);
  });
});

describe('a trust that asks for a second step', () => {
  it('asks it of its own people in each of its schools, and of nobody else', async () => {
    const school = await given.school({ inTrust: true });
    const { browser: lead, personId } = await given.person(school, 'trust_lead');
    const { browser: trustee } = await given.person(school, 'trustee');
    const { browser: senco } = await given.person(school, 'senco');
    const page = await lead.get('/trust/signing-in');
    expect(page.$('main li').length).toBe(2);
    const done = await save(lead, { requiresSecondStep: 'yes' }, '/trust/signing-in');
    expect(done.goesTo).toBe('/trust/signing-in');
    expect((await lead.get('/trust')).goesTo).toBe('/me/second-step?then=%2Ftrust');
    expect((await trustee.get('/insight')).goesTo).toMatch(/^\/me\/second-step/);
    expect((await senco.get('/school')).status).toBe(200);
    await raise(personId);
    expect((await lead.get('/trust')).status).toBe(200);
    expect((await senco.get('/trust/signing-in')).status).toBe(403);
    const [event] = await asOwner<{ type: string; changes: unknown }>(
      `select type, changes from app.events where school_id = $1 and type = 'TrustSignInRulesSet'`,
      [SchoolId.parse(school.schoolId)],
    );
    expect(event?.changes).toEqual({ requiresSecondStep: { before: false, after: true } });
    expect((await (await signedIn(personId, school.schoolId)).get('/trust')).status).toBe(303);
  });

  it('refuses a late change', async () => {
    const school = await given.school({ inTrust: true });
    const { browser: lead } = await given.person(school, 'trust_lead');
    const late = await lead.post('/trust/signing-in', { requiresSecondStep: 'yes', version: '7' });
    expect([late.status, errorsShown(late)[0]]).toEqual([422, expect.stringContaining('Somebody else')]);
  });
});
