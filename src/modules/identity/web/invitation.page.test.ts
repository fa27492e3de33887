import { describe, expect, it } from 'vitest';
import { PersonId } from '#src/kernel/ids.ts';
import * as given from '#test/given.ts';
import { linkShown, wasWrittenTo } from '#test/given-identity.ts';
import { browser, errorsShown, type Read, signedIn, uniqueEmail } from '#test/http.ts';
import { asOwner, program } from '#test/worker-database.ts';

const password = 'violet tractor umbrella';
const typed = { name: 'Mr Ash', role: 'teacher', fromOn: '2026-11-01' };
const dead = 'This link does not work any more';

async function invited(more: Readonly<Record<string, string>> = {}) {
  const school = await given.school();
  const senco = await given.person(school, 'senco');
  const email = uniqueEmail();
  const done = await senco.browser.post('/people/new', { ...typed, email, ...more });
  const list = await senco.browser.get(done.goesTo ?? '');
  const link = linkShown(list.text);
  const [row] = await asOwner<{ id: string; hash: string }>(
    'select invitation_id as id, secret_hash as hash from app.invitations where school_id = $1',
    [school.schoolId],
  );
  const id = row?.id ?? '';
  return { school, senco, email: more.email ?? email, link, list, id, hash: row?.hash ?? '' };
}

const eventsOf = async (school: given.School) =>
  (
    await asOwner<{ type: string }>(
      "select type from app.events where school_id = $1 and (type like '%Invit%' or type like 'Membership%') order by event_id",
      [school.schoolId],
    )
  ).map((row) => row.type);

const rolesHere = (school: given.School) =>
  asOwner<{ role: string; from: string }>(
    `select role, from_on::text as from from app.memberships m
     where school_id = $1 and role <> 'senco' and withdrawn_at is null order by role`,
    [school.schoolId],
  );

const said = ({ $ }: Read): string => $('main').text().replace(/\s+/g, ' ').trim();

describe('inviting a colleague', () => {
  it('sends a link, shows it once, and keeps no more than its hash', async () => {
    const { school, senco, email, link, list, hash } = await invited();
    expect(await wasWrittenTo(email)).toBe(true);
    expect(list.$('tbody').text()).toContain('Waiting');
    expect((await senco.browser.get('/people/invitations')).text).not.toContain(link);
    const token = link.split('/').at(-1) ?? '';
    const secret = Buffer.from(token, 'base64url').subarray(32);
    const kept = JSON.stringify(await asOwner('select to_jsonb(i) as row from app.invitations i'));
    expect(kept).toContain(hash);
    for (const form of [token, secret.toString('hex'), secret.toString('base64')])
      expect(kept.includes(form)).toBe(false);
    expect(await rolesHere(school)).toEqual([]);
    expect(await eventsOf(school)).toContain('PersonInvited');
  });

  it.each([
    [{ role: 'trust_lead' }, 'Select a role'],
    [{ role: 'guest' }, 'Select a role'],
    [{ untilOn: '2026-10-01' }, 'The last day must be on or after the first day'],
    [{ untilOn: '2026-11-23' }, 'The last day must be today or later'],
    [{ email: 'nobody' }, 'Enter an email address in the correct format, like name@example.com'],
  ])('refuses %j: %s', async (wrong, message) => {
    const senco = await given.person(await given.school(), 'senco');
    const email = uniqueEmail();
    const read = await senco.browser.post('/people/new', { ...typed, email, ...wrong });
    expect([read.status, errorsShown(read)]).toEqual([422, [message]]);
    expect(await wasWrittenTo(email)).toBe(false);
  });

  it('refuses whom it asked already, and who works here', async () => {
    const { school, senco, email } = await invited();
    const again = await senco.browser.post('/people/new', { ...typed, email });
    expect(errorsShown(again)[0]).toMatch(/^They are asked already/);
    const office = await given.person(school, 'office');
    const here = await senco.browser.post('/people/new', { ...typed, email: office.email });
    expect(errorsShown(here)[0]).toMatch(/^Somebody with this address works here already/);
  });

  it('is stopped when the role is taken away between opening the form and sending it', async () => {
    const school = await given.school();
    const [senco] = [await given.person(school, 'senco'), await given.person(school, 'senco')];
    expect((await senco.browser.get('/people/new')).status).toBe(200);
    await asOwner("update app.memberships set until_on = '2026-11-23' where person_id = $1", [
      senco.personId,
    ]);
    const email = uniqueEmail();
    expect((await senco.browser.post('/people/new', { ...typed, email })).status).toBe(403);
    expect([await wasWrittenTo(email), (await eventsOf(school)).includes('PersonInvited')]).toEqual([
      false,
      false,
    ]);
  });

  it('is for those who give roles', async () => {
    const { school, id } = await invited();
    const head = await given.person(school, 'head');
    const stranger = await given.person(await given.school(), 'senco');
    for (const address of ['send-again', 'withdraw'].map((deed) => `/people/invitations/${id}/${deed}`)) {
      expect((await head.browser.get(address)).status).toBe(403);
      expect((await stranger.browser.get(address)).status).toBe(404);
    }
    expect((await head.browser.get('/people/invitations')).status).toBe(403);
  });
});

describe('the link of an invitation', () => {
  it('lets somebody new choose a password and gives the role, once', async () => {
    const { school, email, link } = await invited();
    const shown = await browser().get(link);
    expect(said(shown)).toContain('Larkfield Primary asks you to join as Teacher, from 1 November 2026.');
    const weak = await browser().post(link, { password: 'password' });
    expect([weak.status, errorsShown(weak)]).toEqual([422, ['Password must be 12 characters or more']]);
    expect(await rolesHere(school)).toEqual([]);
    expect((await browser().post(link, { password })).goesTo).toBe('/sign-in');
    expect(await rolesHere(school)).toEqual([{ role: 'teacher', from: '2026-11-01' }]);
    const signing = await browser().post('/sign-in', { email, password });
    expect(signing.goesTo).toBe('/');
    expect((await eventsOf(school)).sort()).toEqual([
      'InvitationAccepted',
      'MembershipGiven',
      'MembershipGiven',
      'PersonInvited',
    ]);
    expect(said(await browser().get(link))).toContain(dead);
    const replayed = await browser().post(link, { password: 'another long password' });
    expect([replayed.status, said(replayed).includes(dead)]).toEqual([422, true]);
  });

  it('is taken up once, of two answers at the same moment', async () => {
    const elsewhere = await given.person(await given.school(), 'teacher');
    const { school, link } = await invited({ email: elsewhere.email });
    const answers = await Promise.all([elsewhere.browser.post(link), elsewhere.browser.post(link)]);
    expect(answers.map((one) => one.status).sort()).toEqual([303, 422]);
    expect(await rolesHere(school)).toHaveLength(1);
  });

  it('asks whoever has an account to sign in with it, and opens that account to nobody else', async () => {
    const elsewhere = await given.person(await given.school(), 'teacher');
    const { school, link } = await invited({ email: elsewhere.email });
    const outside = await browser().get(link);
    expect(outside.$('input[type=password]')).toHaveLength(0);
    expect(outside.$('main a').attr('href')).toBe(`/sign-in?then=${link}`);
    const thief = await browser().post(link, { password });
    expect([thief.status, said(thief).includes('You have an account')]).toEqual([422, true]);
    const other = await given.person(await given.school(), 'teacher');
    expect(said(await other.browser.get(link))).toContain('You are signed in as somebody else');
    expect((await other.browser.post(link)).status).toBe(422);
    expect(await rolesHere(school)).toEqual([]);
    expect((await elsewhere.browser.post(link)).goesTo).toBe('/');
    expect(await rolesHere(school)).toHaveLength(1);
    expect((await elsewhere.browser.get('/pupils')).text).toContain('Larkfield Primary');
  });

  it('is the same calm page when it was used, has expired, was withdrawn or is guessed', async () => {
    const pages: string[] = [];
    const used = await invited();
    await browser().post(used.link, { password });
    pages.push(said(await browser().get(used.link)));
    const old = await invited();
    await asOwner(
      `update app.invitations set sent_at = '2026-11-17T09:00:00Z', expires_at = '2026-11-24T09:00:00Z' where invitation_id = $1`,
      [old.id],
    );
    pages.push(said(await browser().get(old.link)));
    const gone = await invited();
    const address = `/people/invitations/${gone.id}/withdraw`;
    const withdrawn = await gone.senco.browser.post(address, { why: 'Wrong address', version: '1' });
    expect(withdrawn.goesTo).toBe('/people/invitations');
    pages.push(said(await browser().get(gone.link)));
    const guessed = `${used.link.slice(0, -4)}AAAA`;
    for (const link of [guessed, '/invitation/x', `/invitation/${'A'.repeat(86)}`])
      pages.push(said(await browser().get(link)));
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain(dead);
    expect(await eventsOf(gone.school)).toContain('InvitationWithdrawn');
    expect((await gone.senco.browser.get(address)).status).toBe(404);
  });

  it('is replaced when it is sent again: the old one is dead, and a late form changes nothing', async () => {
    const { senco, link, id } = await invited();
    const address = `/people/invitations/${id}/send-again`;
    const again = await senco.browser.post(address, { version: '1' });
    const fresh = linkShown((await senco.browser.get(again.goesTo ?? '')).text);
    expect(said(await browser().get(link))).toContain(dead);
    expect(said(await browser().get(fresh))).toContain('asks you to join');
    const late = await senco.browser.post(address, { version: '1' });
    expect([late.status, errorsShown(late)[0]]).toEqual([
      422,
      expect.stringMatching(/^Somebody has answered/),
    ]);
    expect(said(await browser().get(fresh))).toContain('asks you to join');
  });

  it('slows whoever guesses, and says so calmly', async () => {
    const { address } = program.throttles;
    // Requests without a socket come from one place.
    const place = 'no socket';
    const link = `/invitation/${'B'.repeat(86)}`;
    for (let tries = 0; tries < 201; tries++) await address.tries(place);
    try {
      expect(said(await browser().get(link))).toContain('Too many links were tried');
      const posted = await browser().post(link, { password });
      expect(posted.status).toBe(429);
    } finally {
      await address.forget(place);
    }
  });

  it('gives nobody a session of the school before its first day', async () => {
    const { school, link } = await invited({ fromOn: '2026-12-01' });
    await browser().post(link, { password });
    const [row] = await asOwner<{ id: string }>(
      'select person_id as id from app.members where known_as = $1 and school_id = $2',
      ['Mr Ash', school.schoolId],
    );
    const early = await signedIn(PersonId.parse(row?.id), school.schoolId);
    expect((await early.get('/pupils')).status).toBe(403);
  });
});
