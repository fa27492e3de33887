import { describe, expect, it } from 'vitest';
import { buildApp } from '#src/app.ts';
import { schoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { endEnrolment } from '#src/modules/pupils/index.ts';
import { stoppedClock } from '#src/platform/clock/clock.ts';
import * as given from '#test/given.ts';
import { guest, guestAs, guestLink, guestTyped } from '#test/given-guests.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import { errorsShown, type Read, sessionCookie, uniqueEmail } from '#test/http.ts';
import { asOwner, program } from '#test/worker-database.ts';

async function withSenco() {
  const school = await given.school();
  const pupilId = await givenRegister.pupilOnRegister(school);
  const senco = await given.person(school, 'senco');
  return { school, pupilId, senco, by: senco.browser };
}

const said = ({ $ }: Read): string => $('main').text().replace(/\s+/g, ' ').trim();

const placesOf = (person: given.Person) =>
  asOwner<{ id: string; version: number; until: string; gone: boolean }>(
    `select reach_id as id, version, until_on::text as until, withdrawn_at is not null as gone
     from app.reach where person_id = $1 and why = 'invited' order by until_on`,
    [person.personId],
  );

const guestRole = async (person: given.Person) => {
  const [row] = await asOwner<{ until: string }>(
    "select until_on::text as until from app.memberships where person_id = $1 and role = 'guest'",
    [person.personId],
  );
  return row?.until;
};

/** Opens a page as the same person on another day. */
async function onDay(instant: string, of: given.School, person: given.Person, path: string) {
  const later = buildApp({ ...program, clock: stoppedClock(instant) });
  const cookie = await sessionCookie(person.personId, of.schoolId);
  return later.request(`http://localhost:3000${path}`, { headers: { cookie } });
}

const events = async (pupilId: PupilId) =>
  (
    await asOwner<{ type: string; why: string }>(
      "select type, why from app.events where pupil_id = $1 and type like 'Guest%' order by event_id",
      [pupilId],
    )
  ).map(({ type, why }) => `${type}: ${why}`);

describe('a guest', () => {
  it('sees the pupil of the invitation and nobody else, and no more than was chosen', async () => {
    const { school, pupilId, by } = await withSenco();
    await givenPupils.alert(school, pupilId);
    await givenPupils.carer(school, pupilId);
    const other = await givenPupils.pupil(school, { forename: 'Ben', surname: 'Hill' });
    const { browser } = await guest(by, [pupilId]);
    const home = await browser.get('/');
    expect(home.goesTo).toBe('/invited');
    const list = said(await browser.get('/invited'));
    expect(list).toContain('Amara Okafor');
    expect(list).toContain(
      'Advice on speech and language · Name and class; What the family reads; SEN status',
    );
    expect(list).not.toContain('Hill');
    const shown = said(await browser.get(`/pupils/${pupilId}`));
    expect(shown).toContain('SEN support');
    expect(shown).not.toContain('Epilepsy plan');
    expect(shown).not.toContain('Ngozi');
    expect((await browser.get(`/pupils/${other}`)).status).toBe(404);
    for (const address of [
      '/pupils',
      '/find?q=hill',
      '/today',
      '/classes',
      `/pupils/${pupilId}/seen`,
      '/guests',
    ])
      expect([address, (await browser.get(address)).status]).toEqual([address, 403]);
    expect(await events(pupilId)).toEqual(['GuestPlaceOpened: Advice on speech and language']);
  });

  it('sees health only of the pupil for whom it was chosen', async () => {
    const { school, pupilId, by } = await withSenco();
    const other = await givenRegister.pupilOnRegister(school);
    for (const one of [pupilId, other]) await givenPupils.alert(school, one);
    const person = await guest(by, [pupilId], { sees: ['health'] });
    await guestAs(by, person, { pupilIds: [other], typed: { sees: ['family'] } });
    expect(said(await person.browser.get(`/pupils/${pupilId}`))).toContain('Epilepsy plan');
    const narrow = said(await person.browser.get(`/pupils/${other}`));
    expect(narrow).not.toContain('Epilepsy plan');
    expect(narrow).not.toContain('SEN support');
  });

  it('loses access at the end of the last day, by the dates alone (rule access-2)', async () => {
    const { school, pupilId, by } = await withSenco();
    const person = await guest(by, [pupilId]);
    const address = `/pupils/${pupilId}`;
    expect((await onDay('2026-12-24T23:30:00Z', school, person, address)).status).toBe(200);
    expect((await onDay('2026-12-25T00:30:00Z', school, person, address)).status).toBe(403);
    expect(await guestRole(person)).toBe('2026-12-24');
  });

  it('is told among those who can see the pupil, with who asked them, as what and why', async () => {
    const { pupilId, by } = await withSenco();
    await guest(by, [pupilId]);
    const seen = said(await by.get(`/pupils/${pupilId}/seen`));
    expect(seen).toContain(
      'Invited by Mx Person as outside professional, until 24 December 2026: Advice on speech and language',
    );
    expect(seen).toContain('Name, class and numbers; what the family reads; SEN status, needs, attendance');
  });

  it('is recorded whenever they look', async () => {
    const { pupilId, by } = await withSenco();
    const person = await guest(by, [pupilId]);
    await person.browser.get('/invited');
    await person.browser.get(`/pupils/${pupilId}`);
    const views = await asOwner<{ page: string; role: string }>(
      'select page, role from app.views where person_id = $1 order by page',
      [person.personId],
    );
    expect(views).toEqual([
      { page: '/invited', role: 'guest' },
      { page: '/pupils/:pupilId', role: 'guest' },
    ]);
  });
});

describe('inviting a guest', () => {
  it('finds the pupils, and adds them one by one', async () => {
    const { school, pupilId, by } = await withSenco();
    const other = await givenPupils.pupil(school, { forename: 'Ben', surname: 'Hill' });
    const found = await by.get(`/guests/new?pupil=${pupilId}&q=hill`);
    const add = found.$('main a').filter((_, one) => found.$(one).text() === 'Add Ben Hill');
    const both = await by.get(add.attr('href') ?? '');
    expect(said(both)).toContain('Amara Okafor');
    expect(both.$('a[href*="Leave"], .end a')).toHaveLength(2);
    expect(add.attr('href')).toBe(`/guests/new?pupil=${pupilId}&pupil=${other}`);
  });

  it.each([
    [{ untilOn: '2026-11-23' }, 'The last day must be today or later'],
    [{ untilOn: '2027-11-25' }, 'The last day must be within 12 months from today'],
    [{ reason: ' ' }, 'Enter why they are asked'],
    [{ capacity: 'neighbour' }, 'Select as whom they come'],
  ])('refuses %j: %s', async (wrong, message) => {
    const { pupilId, by } = await withSenco();
    const email = uniqueEmail();
    const read = await by.post(`/guests/new?pupil=${pupilId}`, { ...guestTyped, email, ...wrong });
    expect([read.status, errorsShown(read)]).toEqual([422, [message]]);
    const wide = await by.post(`/guests/new?pupil=${pupilId}`, { ...guestTyped, email, sees: ['sensitive'] });
    expect(wide.status).toBe(422);
  });

  it('is refused without a pupil, for another school’s, and for who works here', async () => {
    const { school, pupilId, by } = await withSenco();
    const foreign = await givenPupils.pupil(await given.school());
    const email = uniqueEmail();
    const none = await by.post(`/guests/new?pupil=${foreign}`, { ...guestTyped, email });
    expect([none.status, said(none).includes('Name or UPN of the pupil')]).toEqual([422, true]);
    const ta = await given.person(school, 'ta');
    const here = await by.post(`/guests/new?pupil=${pupilId}`, { ...guestTyped, email: ta.email });
    expect(errorsShown(here)[0]).toMatch(/works here already/);
    const teacher = await given.person(school, 'teacher');
    expect((await teacher.browser.get('/guests/new')).status).toBe(403);
    expect((await teacher.browser.get('/guests')).status).toBe(403);
  });

  it('is refused for a pupil who has left, but for the next school', async () => {
    const { school, by } = await withSenco();
    const left = await givenPupils.pupil(school, { untilOn: schoolDate('2026-10-31') });
    const email = uniqueEmail();
    const read = await by.post(`/guests/new?pupil=${left}`, { ...guestTyped, email });
    expect(errorsShown(read)[0]).toMatch(/^Amara Okafor: not on roll today/);
    const next = await guest(by, [left], { capacity: 'next_school' });
    expect((await next.browser.get(`/pupils/${left}`)).status).toBe(200);
  });
});

describe('a guest of a pupil who leaves', () => {
  const leave = (school: given.School, pupilId: PupilId) =>
    given.inSchool(school, (tx) =>
      endEnrolment(tx, { pupilId, endedOn: schoolDate('2026-11-30'), told: givenPupils.byHand }),
    );

  it('is let go with the last day on roll; the next school goes on', async () => {
    const { school, pupilId, by } = await withSenco();
    const person = await guest(by, [pupilId]);
    const next = await guest(by, [pupilId], { capacity: 'next_school' });
    await leave(school, pupilId);
    expect(await placesOf(person)).toMatchObject([{ until: '2026-11-30', gone: false }]);
    expect(await guestRole(person)).toBe('2026-11-30');
    expect(await placesOf(next)).toMatchObject([{ until: '2026-12-24' }]);
    expect(await events(pupilId)).toContain('GuestPlaceEnded: The pupil leaves the school');
    expect((await onDay('2026-12-01T09:00:00Z', school, person, `/pupils/${pupilId}`)).status).toBe(403);
  });

  it('is not let in by a link that was sent before', async () => {
    const { school, pupilId, by } = await withSenco();
    const elsewhere = await given.person(await given.school(), 'teacher');
    const link = await guestLink(by, elsewhere.email, { pupilIds: [pupilId] });
    await asOwner("update app.enrolments set until_on = '2026-11-23' where pupil_id = $1", [pupilId]);
    const tried = await elsewhere.browser.post(link);
    expect([tried.status, errorsShown(tried)[0]]).toEqual([
      422,
      'There is no pupil left to open. Ask whoever invited you',
    ]);
    expect([await placesOf(elsewhere), school.urn.length]).toEqual([[], 6]);
  });
});

describe('changing the access of a guest', () => {
  async function withGuest() {
    const base = await withSenco();
    const person = await guest(base.by, [base.pupilId]);
    const [place] = await placesOf(person);
    return { ...base, person, address: `/guests/${place?.id ?? ''}` };
  }
  const longer = { untilOn: '2027-03-31', why: 'The advice takes longer', version: '1' };

  it('extends it within twelve months with a reason, and refuses a late form', async () => {
    const { by, address, person, pupilId } = await withGuest();
    const far = await by.post(`${address}/extend`, { ...longer, untilOn: '2028-01-01' });
    expect(errorsShown(far)).toEqual(['The last day must be within 12 months from today']);
    expect((await by.post(`${address}/extend`, longer)).goesTo).toBe('/guests');
    expect(await placesOf(person)).toMatchObject([{ until: '2027-03-31', version: 2 }]);
    expect(await guestRole(person)).toBe('2027-03-31');
    expect(await events(pupilId)).toContain('GuestPlaceExtended: The advice takes longer');
    const late = await by.post(`${address}/extend`, { ...longer, untilOn: '2026-12-31' });
    expect([late.status, errorsShown(late)[0]]).toEqual([
      422,
      expect.stringMatching(/^Somebody has changed/),
    ]);
  });

  it('ends it at once with a reason, in the middle of their work too', async () => {
    const { by, address, person, pupilId } = await withGuest();
    expect((await person.browser.get(`/pupils/${pupilId}`)).status).toBe(200);
    expect(errorsShown(await by.post(`${address}/end`, { why: '', version: '1' }))).toEqual(['Enter why']);
    expect((await by.post(`${address}/end`, { why: 'Advice given', version: '1' })).goesTo).toBe('/guests');
    expect((await person.browser.get(`/pupils/${pupilId}`)).status).toBe(404);
    expect(said(await person.browser.get('/invited'))).toContain('You are invited to no pupil today');
    expect(await events(pupilId)).toContain('GuestPlaceEnded: Advice given');
    expect((await by.get(`${address}/end`)).status).toBe(404);
    expect(said(await by.get('/guests'))).toContain('Ended');
  });

  it('is refused to others, and not found from another school', async () => {
    const { school, address } = await withGuest();
    const head = await given.person(school, 'head');
    const stranger = await given.person(await given.school(), 'senco');
    for (const deed of ['extend', 'end']) {
      expect((await head.browser.get(`${address}/${deed}`)).status).toBe(403);
      expect((await stranger.browser.get(`${address}/${deed}`)).status).toBe(404);
    }
  });
});
