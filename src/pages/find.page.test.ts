import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import type { Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const names = ({ $ }: Read) =>
  $('tbody th')
    .toArray()
    .map((cell) => $(cell).text().trim());

const views = (schoolId: string) =>
  asOwner<{ page: string; pupil_ids: string[] }>(
    'select page, pupil_ids from app.views where school_id = $1 order by view_id',
    [schoolId],
  );

async function schoolWithPupils() {
  const school = await given.school();
  await givenPupils.pupil(school, { forename: 'Łucja', surname: "O'Brien-Åse" });
  await givenPupils.pupil(school, { forename: 'Lucy', surname: 'Brice' });
  await givenPupils.pupil(school, {
    forename: 'Oluwaseun',
    surname: 'Ade',
    facts: { preferred_forename: 'Seun' },
  });
  return { school, senco: await given.person(school, 'senco') };
}

describe('finding a pupil', () => {
  it.each([
    ['luc', ['Lucy Brice', "Łucja O'Brien-Åse"]],
    ['br LUC', ['Lucy Brice', "Łucja O'Brien-Åse"]],
    ['bri', ['Lucy Brice', "Łucja O'Brien-Åse"]],
    ['nobody', []],
    ["'", []],
    ['%', []],
  ])('by “%s” lists %j', async (asked, found) => {
    const { senco } = await schoolWithPupils();
    const read = await senco.browser.get(`/find?q=${encodeURIComponent(asked)}`);
    expect([read.status, names(read)]).toEqual([200, found]);
  });

  it.each(['O’Brien', 'obrien ase', 'ase lucja', 'ŁUCJA', 'oluwaseun', 'seun ade'])(
    'by “%s” goes straight to the only one',
    async (asked) => {
      const { senco } = await schoolWithPupils();
      const read = await senco.browser.get(`/find?q=${encodeURIComponent(asked)}`);
      expect([read.status, read.goesTo?.slice(0, 8)]).toEqual([303, '/pupils/']);
    },
  );

  it('finds by UPN', async () => {
    const { school, senco } = await schoolWithPupils();
    const upn = givenPupils.upn();
    const pupilId = await givenPupils.pupil(school, { upn });
    expect((await senco.browser.get(`/find?q=${upn.toLowerCase()}`)).goesTo).toBe(`/pupils/${pupilId}`);
  });

  it('answers the field in the head of every page, at most eight, and records whom it showed', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const shown = [];
    for (let i = 0; i < 9; i++)
      shown.push(await givenPupils.pupil(school, { forename: `Ava${i}`, surname: 'Ng' }));
    const read = await senco.browser.get('/find.json?q=ava');
    expect(JSON.parse(read.text).pupils).toHaveLength(8);
    expect(JSON.parse(read.text).pupils[0]).toEqual({
      href: `/pupils/${shown[0]}`,
      name: 'Ava0 Ng',
      detail: 'Year 4 · born 3 May 2018',
    });
    expect(await views(school.schoolId)).toEqual([{ page: '/find.json', pupil_ids: shown.slice(0, 8) }]);
  });

  it('puts those who are on roll first, and says of the others that they are not', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const untilOn = givenPupils.termStart;
    await givenPupils.pupil(school, { forename: 'Ava', surname: 'Adams', untilOn });
    await givenPupils.pupil(school, { forename: 'Ava', surname: 'Zhou' });
    const read = await senco.browser.get('/find?q=ava');
    expect(names(read)).toEqual(['Ava Zhou', 'Ava Adams']);
    expect(read.$('tbody tr').last().text()).toContain('Not on roll');
  });

  it('shows a teacher only pupils within reach', async () => {
    const { school } = await schoolWithPupils();
    const teacher = await given.person(school, 'teacher');
    const own = await givenPupils.pupil(school, { forename: 'Lucas', surname: 'Hill' });
    await givenPupils.taughtBy(school, own, teacher.personId);
    expect((await teacher.browser.get('/find?q=luc')).goesTo).toBe(`/pupils/${own}`);
  });

  it('opens the contacts for the office, and no page for finance', async () => {
    const school = await given.school();
    const pupilId = await givenPupils.pupil(school);
    const office = await given.person(school, 'office');
    expect((await office.browser.get('/find?q=amara')).goesTo).toBe(`/pupils/${pupilId}/people`);
    const finance = await given.person(school, 'finance');
    const read = await finance.browser.get('/find?q=amara');
    expect([read.status, names(read), read.$('tbody a').length]).toEqual([200, ['Amara Okafor'], 0]);
    const answer = await finance.browser.get('/find.json?q=amara');
    expect(JSON.parse(answer.text).pupils[0].href).toBe('/find?q=Amara%20Okafor');
  });

  it('finds nobody of another school, and is closed to a governor', async () => {
    const { school } = await schoolWithPupils();
    const elsewhere = await given.person(await given.school(), 'senco');
    expect(names(await elsewhere.browser.get('/find?q=luc'))).toEqual([]);
    const governor = await given.person(school, 'governor');
    expect((await governor.browser.get('/find?q=luc')).status).toBe(403);
  });
});
