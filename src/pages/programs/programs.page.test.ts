import { describe, expect, it } from 'vitest';
import { listColleagues } from '#src/modules/identity/index.ts';
import { client, program as programOf } from '#test/api.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown, type Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const typed = { name: 'Board', role: 'exams', use: 'read', untilOn: '2027-07-31' };
const tokenIn = ({ text }: Read): string => /snd_[A-Za-z0-9_-]{65}/.exec(text)?.[0] ?? 'none';

async function made(fields: Partial<typeof typed> = {}) {
  const school = await given.school();
  const { browser, personId } = await given.person(school, 'senco');
  const done = await browser.post('/school/programs/new', { ...typed, ...fields });
  const shown = await browser.get('/school/programs');
  return { school, browser, personId, done, shown };
}

const eventsOf = (school: given.School) =>
  asOwner<{ type: string; why: string | null; changes: unknown; person_id: string }>(
    `select type, why, changes, person_id from app.events where school_id = $1 and type like 'Token%' order by event_id`,
    [school.schoolId],
  );

describe('for programs', () => {
  it('says how a program asks, and lists every address, before there is a token', async () => {
    const { browser } = await given.person(await given.school(), 'senco');
    const shown = await browser.get('/school/programs');
    expect(shown.$('h1').text()).toBe('For programs');
    expect(shown.$('main').text()).toContain('No token yet');
    expect(shown.$('main').text()).toContain('http://localhost:3000/api/v1');
    expect(shown.$('th[scope=row]').text()).toContain('POST /pupils/{pupilId}/status');
    expect((await browser.get('/school')).$('a[href="/school/programs"]').length).toBe(1);
  });

  it('is for those who give roles, in their own school', async () => {
    const { school } = await made();
    const [row] = await asOwner<{ id: string }>(
      'select api_token_id as id from app.api_tokens where school_id = $1',
      [school.schoolId],
    );
    const { browser: head } = await given.person(school, 'head');
    const { browser: stranger } = await given.person(await given.school(), 'senco');
    const revoke = `/school/programs/${row?.id}/revoke`;
    for (const address of ['/school/programs', '/school/programs/new', revoke])
      expect([address, (await head.get(address)).status]).toEqual([address, 403]);
    expect((await stranger.get(revoke)).status).toBe(404);
    expect((await stranger.post(revoke, { why: 'x' })).status).toBe(404);
  });
});

describe('making a token', () => {
  it('shows it once, keeps a hash, and records who made it for what', async () => {
    const { school, browser, personId, done, shown } = await made();
    expect([done.status, done.goesTo]).toEqual([303, '/school/programs']);
    const token = tokenIn(shown);
    const again = await browser.get('/school/programs');
    expect(tokenIn(again)).toBe('none');
    const cells = again.$('tbody').first().text();
    for (const part of [
      token.slice(0, 10),
      'Board',
      'Exams officer, read only',
      '31 Jul 2027',
      'Works',
      'Never',
    ])
      expect(cells).toContain(part);
    const kept = await asOwner('select to_jsonb(t)::text as row from app.api_tokens t where school_id = $1', [
      school.schoolId,
    ]);
    expect(JSON.stringify(kept)).not.toContain(token.slice(4, 40));
    const [event, ...more] = await eventsOf(school);
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      type: 'TokenMade',
      person_id: personId,
      changes: { name: { before: null, after: 'Board' }, isReadOnly: { before: null, after: true } },
    });
    expect(JSON.stringify(event)).not.toContain(token.slice(4, 40));
  });

  it('works at once, and its first use is seen on the page', async () => {
    const { browser, shown, personId } = await made();
    expect((await client(tokenIn(shown), personId).get('/pupils')).status).toBe(200);
    expect((await browser.get('/school/programs')).$('tbody').first().text()).toContain('24 Nov 2026, 9:00');
  });

  it.each([
    [{ name: '' }, 'Enter which program it is for'],
    [{ role: 'teacher' }, 'Select a role'],
    [{ role: 'trust_lead' }, 'Select a role'],
    [{ use: 'all' }, 'Select what it may do'],
    [{ untilOn: '2026-11-23' }, 'Until must be today or later'],
    [{ untilOn: '2027-11-25' }, 'Until must be 24 November 2027 or earlier'],
  ])('refuses %j', async (fields, words) => {
    const { school, done } = await made(fields);
    expect([done.status, errorsShown(done)]).toEqual([422, [words]]);
    expect(await eventsOf(school)).toEqual([]);
  });

  it('refuses a second one of the same name while the first works', async () => {
    const { browser } = await made();
    const second = await browser.post('/school/programs/new', typed);
    expect(errorsShown(second)).toEqual([
      'A token of this name works already. Revoke it first, or choose another name',
    ]);
  });

  it('makes nobody who signs in: no person in the list, no colleague, no administrator', async () => {
    const { school, browser, personId } = await made({ role: 'senco', use: 'write' });
    const people = await browser.get('/people');
    expect(people.$('tbody').text()).not.toContain('Board');
    const colleagues = await given.inSchool(school, (tx) =>
      listColleagues(tx, { permission: 'task.own', pupilId: null }),
    );
    expect(colleagues.map((one) => one.personId)).toEqual([personId]);
    const held = await asOwner<{ id: string; person: string }>(
      'select membership_id as id, person_id as person from app.memberships where school_id = $1',
      [school.schoolId],
    );
    const own = held.find((one) => one.person === personId)?.id;
    const left = await browser.post(`/people/${personId}/roles/${own}/withdraw`, { why: 'Leaves' });
    expect(errorsShown(left).join()).toContain('no SENCO');
    const ofProgram = held.find((one) => one.person !== personId)?.person;
    expect((await browser.get(`/people/${ofProgram}`)).status).toBe(404);
  });

  it('is told among those who can see a pupil', async () => {
    const { school, browser } = await made();
    const pupilId = await givenPupils.pupil(school);
    expect((await browser.get(`/pupils/${pupilId}/seen`)).$('main').text()).toContain('Program ‘Board’');
  });
});

describe('revoking a token', () => {
  const revokeLink = async ({ browser }: Awaited<ReturnType<typeof made>>) => {
    const { $ } = await browser.get('/school/programs');
    const row = $('tr').filter((_, line) => $(line).find('th').text().startsWith('Board'));
    return row.find('a[href$="/revoke"]').attr('href') ?? '';
  };

  it('ends it at once, with the reason, and it is listed still', async () => {
    const all = await made();
    const program = client(tokenIn(all.shown), all.personId);
    expect((await program.get('/pupils')).status).toBe(200);
    const link = await revokeLink(all);
    expect((await all.browser.get(link)).$('h1').text()).toBe('Revoke the token of Board');
    const done = await all.browser.post(link, { why: 'No longer used' });
    expect([done.status, done.goesTo]).toEqual([303, '/school/programs']);
    expect((await program.get('/pupils')).status).toBe(401);
    const listed = (await all.browser.get('/school/programs')).$('tbody').first().text();
    expect(listed).toContain('Revoked');
    expect(listed).toContain('No longer used');
    expect((await eventsOf(all.school)).map(({ type, why }) => [type, why])).toEqual(
      expect.arrayContaining([['TokenRevoked', 'No longer used']]),
    );
  });

  it('asks why, and does it once', async () => {
    const all = await made();
    const link = await revokeLink(all);
    const without = await all.browser.post(link, { why: ' ' });
    expect([without.status, errorsShown(without)]).toEqual([422, ['Enter why it is revoked']]);
    await all.browser.post(link, { why: 'Lost' });
    const twice = await all.browser.post(link, { why: 'Lost again' });
    expect([twice.status, errorsShown(twice)]).toEqual([422, ['Somebody has revoked this token already.']]);
    expect((await eventsOf(all.school)).length).toBe(2);
  });

  it('leaves the other tokens of the school as they are', async () => {
    const all = await made();
    const other = await programOf(all.school, 'head');
    await all.browser.post(await revokeLink(all), { why: 'Lost' });
    expect((await other.get('/pupils')).status).toBe(200);
  });
});

it('notes the last use at most once a minute', async () => {
  const school = await given.school();
  const by = await programOf(school, 'head');
  const used = async (at: string | null) => {
    await asOwner('update app.api_tokens set last_used_at = $2 where person_id = $1', [by.personId, at]);
    await by.get('/schools/me');
    const [row] = await asOwner<{ at: Date }>(
      'select last_used_at as at from app.api_tokens where person_id = $1',
      [by.personId],
    );
    return row?.at.toISOString();
  };
  expect(await used(null)).toBe('2026-11-24T09:00:00.000Z');
  expect(await used('2026-11-24T08:59:30Z')).toBe('2026-11-24T08:59:30.000Z');
  expect(await used('2026-11-24T08:59:00Z')).toBe('2026-11-24T09:00:00.000Z');
});
