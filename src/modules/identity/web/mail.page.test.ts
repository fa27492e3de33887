import { describe, expect, it } from 'vitest';
import { buildApp } from '#src/app.ts';
import { schoolDate } from '#src/kernel/dates.ts';
import * as given from '#test/given.ts';
import { passwordLinkFor } from '#test/given-identity.ts';
import { sessionCookie, uniqueEmail } from '#test/http.ts';
import { program } from '#test/worker-database.ts';
import { inviteMember } from '../commands/invite-member.ts';

/** A colleague with an account made for them: they get a link to choose a password. */
async function invite(school: given.School): Promise<string> {
  const email = uniqueEmail();
  const fromOn = schoolDate('2026-11-24');
  await given.inSchool(school, (tx) =>
    inviteMember(tx, program, { name: 'Mr Ash', email, role: 'teacher', fromOn }),
  );
  return email;
}

describe('the mail that is kept', () => {
  it('shows what people of this school would have got, and no other', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const [own, theirs] = [await invite(school), await invite(await given.school())];
    const shown = await senco.browser.get('/mail');
    expect(shown.status).toBe(200);
    expect(shown.text).toContain(own);
    expect(shown.text).toContain(await passwordLinkFor(own));
    expect(shown.text).toContain('24 Nov 2026');
    expect(shown.text).not.toContain(theirs);
  });

  it('does not show the link of an invitation, which is shown once where it was made', async () => {
    const senco = await given.person(await given.school(), 'senco');
    const email = uniqueEmail();
    const typed = { name: 'Mr Ash', email, role: 'teacher', fromOn: '2026-11-24' };
    expect((await senco.browser.post('/people/new', typed)).goesTo).toBe('/people/invitations');
    expect((await senco.browser.get('/people/invitations')).text).toContain('/invitation/');
    expect((await senco.browser.get('/mail')).text).not.toContain('/invitation/');
  });

  it('is for administrators', async () => {
    const head = await given.person(await given.school(), 'head');
    expect((await head.browser.get('/mail')).status).toBe(403);
  });

  it('says when there is none', async () => {
    const senco = await given.person(await given.school(), 'senco');
    expect((await senco.browser.get('/mail')).text).toContain('No mail yet');
  });

  it('is not kept where a mail server is set up', async () => {
    const app = buildApp({ ...program, settings: { ...program.settings, smtpUrl: 'smtp://mail.example' } });
    const school = await given.school();
    const { personId } = await given.person(school, 'senco');
    const cookie = await sessionCookie(personId, school.schoolId);
    const answer = await app.request('http://localhost:3000/mail', { headers: { cookie } });
    expect(await answer.text()).toContain('Mail is sent by the mail server that is set up');
  });
});
