import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { endMembership } from '#src/modules/identity/commands/end-membership.ts';
import * as given from '#test/given.ts';
import { byPassword, eventsAbout, leaveIdle, password, withPassword } from '#test/given-identity.ts';
import { browser, errorsShown, sessionCookie, signedIn } from '#test/http.ts';
import { asOwner, program } from '#test/worker-database.ts';
import { listMemberships } from '../queries/list-members.ts';

const endRoles = (who: { school: given.School; personId: string }, lastOn: string) =>
  given.inSchool(who.school, async (tx) => {
    for (const held of await listMemberships(tx))
      if (held.personId === who.personId) await endMembership(tx, held, schoolDate(lastOn));
  });

describe('where somebody is signed in', () => {
  it('is listed with this device marked, and ended one by one or all others', async () => {
    const who = await given.person(await given.school(), 'teacher');
    const [second, third] = [await signedIn(who.personId, null), await signedIn(who.personId, null)];
    const { $ } = await who.browser.get('/me/sessions');
    expect($('tbody tr').length).toBe(3);
    expect($('tbody tr:contains("This one")').length).toBe(1);
    const ids = $('tbody input[name=id]')
      .toArray()
      .map((element) => String($(element).val()));
    expect(ids.length).toBe(2);
    expect((await who.browser.post('/me/sessions', { id: ids[0] ?? '' })).goesTo).toBe('/me/sessions');
    const stillIn = [await second.get('/me'), await third.get('/me')].filter(({ status }) => status === 200);
    expect(stillIn.length).toBe(1);
    expect((await who.browser.post('/me/sessions', { id: 'all-others' })).status).toBe(303);
    expect([(await second.get('/me')).status, (await third.get('/me')).status]).toEqual([303, 303]);
    expect((await who.browser.get('/me')).status).toBe(200);
  });

  it("ends nobody else's session, whatever id is sent", async () => {
    const school = await given.school();
    const [one, other] = [await given.person(school, 'senco'), await given.person(school, 'teacher')];
    const [row] = await asOwner<{ id: string }>('select id from auth.session where "userId" = $1', [
      other.personId,
    ]);
    for (const id of [row?.id ?? '', 'no-id', "' or true"])
      expect((await one.browser.post('/me/sessions', { id })).status).toBe(303);
    expect((await other.browser.get('/me')).status).toBe(200);
    expect((await one.browser.get('/me')).status).toBe(200);
  });

  it('is ended by an administrator, with an event and not twice', async () => {
    const school = await given.school();
    const [senco, teacher] = [await given.person(school, 'senco'), await given.person(school, 'teacher')];
    const address = `/people/${teacher.personId}/end-sessions`;
    expect((await teacher.browser.post(address)).status).toBe(403);
    expect((await senco.browser.get(address)).text).toContain('Signed in on 1 device now');
    for (let i = 0; i < 2; i++) await senco.browser.post(address);
    expect((await teacher.browser.get('/me')).goesTo).toMatch(/^\/sign-in/);
    const events = (await eventsAbout(teacher.personId)).filter(({ type }) => type === 'SessionsEnded');
    expect(events).toEqual([
      expect.objectContaining({
        personId: senco.personId,
        changes: { sessions: { before: 1, after: 0 } },
      }),
    ]);
    const { browser: stranger } = await given.person(await given.school(), 'senco');
    expect((await stranger.post(address)).status).toBe(404);
  });
});

describe('a copied cookie', () => {
  it('opens nothing after signing out', async () => {
    const { browser: own } = await given.person(await given.school(), 'senco');
    const copy = own.cookies();
    expect((await browser(copy).get('/school')).status).toBe(200);
    await own.post('/sign-out');
    expect((await browser(copy).get('/school')).goesTo).toBe('/sign-in?then=%2Fschool');
    expect((await browser(copy).post('/school/signing-in', {})).goesTo).toBe('/sign-in');
  });

  it('opens nothing with another signature, or with none', async () => {
    const school = await given.school();
    const { personId } = await given.person(school, 'senco');
    const cookie = await sessionCookie(personId, school.schoolId);
    const [name = '', value = ''] = cookie.split('=');
    const [token] = decodeURIComponent(value).split('.');
    for (const wrong of [`${token}`, `${token}.AAAA`, `${token}.${'A'.repeat(43)}=`])
      expect((await browser(`${name}=${encodeURIComponent(wrong)}`).get('/school')).status).toBe(303);
  });

  it('opens nothing once the screen was locked and unlocked', async () => {
    const who = await withPassword();
    const own = await byPassword(who);
    const copy = own.cookies();
    await leaveIdle(who.personId, 15);
    await own.post('/locked', { password });
    expect((await own.get('/school')).status).toBe(200);
    expect((await browser(copy).get('/school')).goesTo).toMatch(/^\/sign-in/);
  });
});

describe('an idle session', () => {
  it('locks after the minutes of the school, and returns to where one was', async () => {
    const who = await withPassword();
    const own = await byPassword(who);
    await leaveIdle(who.personId, 14);
    expect((await own.get('/school')).status).toBe(200);
    await leaveIdle(who.personId, 15);
    expect((await own.get('/people?x=1')).goesTo).toBe('/locked?then=%2Fpeople%3Fx%3D1');
    const posted = await own.post('/people/new', { name: 'x' });
    expect([posted.status, posted.goesTo]).toEqual([303, '/locked']);
    expect((await own.get('/me')).goesTo).toBe('/locked?then=%2Fme');
    const shown = await own.get('/locked?then=%2Fpeople%3Fx%3D1');
    expect([shown.status, shown.$('nav').length, shown.text.includes('/people/')]).toEqual([200, 1, false]);
    const wrong = await own.post('/locked?then=%2Fpeople', { password: 'guess' });
    expect([wrong.status, errorsShown(wrong)]).toEqual([422, ['The password is not right']]);
    expect((await own.get('/people')).goesTo).toMatch(/^\/locked/);
    expect((await own.post('/locked?then=%2Fpeople', { password })).goesTo).toBe('/people');
    expect((await own.get('/people')).status).toBe(200);
    expect((await own.get('/locked?then=%2F%2Fevil.example')).goesTo).toBe('/');
  });

  it('writes that somebody was here once a minute, and never while it is locked', async () => {
    const { personId, browser: own } = await given.person(await given.school(), 'senco');
    const idle = async () => {
      const [row] = await asOwner<{ seconds: number }>(
        `select extract(epoch from now() - "lastSeenAt")::int as seconds from auth.session where "userId" = $1`,
        [personId],
      );
      return row?.seconds ?? -1;
    };
    await leaveIdle(personId, 0.5);
    await own.get('/school');
    expect(await idle()).toBeGreaterThanOrEqual(30);
    await leaveIdle(personId, 2);
    await own.get('/school');
    expect(await idle()).toBeLessThan(30);
    await leaveIdle(personId, 20);
    await own.get('/school');
    await own.get('/locked');
    expect(await idle()).toBeGreaterThanOrEqual(20 * 60);
  });

  it('may sign out without its password', async () => {
    const { personId, browser: own } = await given.person(await given.school(), 'senco');
    await leaveIdle(personId, 60);
    expect((await own.get('/sign-out')).status).toBe(200);
    expect((await own.post('/sign-out')).goesTo).toBe('/sign-in');
  });
});

describe('somebody who leaves', () => {
  it('is out of the school with the session they have, from the day after the last', async () => {
    const who = await withPassword('teacher');
    await given.person(who.school, 'senco');
    const own = await byPassword(who);
    await endRoles(who, '2026-11-24');
    expect((await own.get('/today')).status).toBe(200);
    const later = await withPassword('teacher', who.school);
    const gone = await byPassword(later);
    expect((await gone.get('/today')).status).toBe(200);
    await endRoles(later, '2026-11-23');
    expect((await gone.get('/today')).status).toBe(403);
    expect((await gone.post('/tasks/new', { title: 'x' })).status).toBe(403);
  });

  it('cannot sign in to anything, and is told in clear words', async () => {
    const who = await withPassword('teacher');
    await endRoles(who, '2026-11-23');
    const device = browser();
    const refused = await device.post('/sign-in', { email: who.email, password });
    expect([refused.status, errorsShown(refused)[0]]).toEqual([
      422,
      expect.stringContaining('You have no role in a school today'),
    ]);
    expect((await device.get('/me')).goesTo).toBe('/sign-in?then=%2Fme');
    const { rows } = await program.database.auth.query('select 1 from session where "userId" = $1', [
      who.personId,
    ]);
    expect(rows.length).toBe(0);
  });

  it('loses a role between the form and its sending: nothing is changed', async () => {
    const school = await given.school();
    const { personId, browser: own } = await given.person(school, 'senco');
    await given.person(school, 'senco');
    const { $ } = await own.get('/school/signing-in');
    const version = String($('input[name=version]').val());
    await asOwner('update app.memberships set withdrawn_at = now() where person_id = $1', [personId]);
    const sent = await own.post('/school/signing-in', {
      requiresSecondStep: 'yes',
      idleMinutes: '30',
      version,
    });
    expect(sent.status).toBe(403);
    const rows = await asOwner(
      'select idle_minutes, requires_second_step from app.schools where school_id = $1',
      [school.schoolId],
    );
    expect(rows).toEqual([{ idle_minutes: 15, requires_second_step: false }]);
  });
});
