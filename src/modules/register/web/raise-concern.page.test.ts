import { describe, expect, it } from 'vitest';
import { newId } from '#src/kernel/ids.ts';
import * as given from '#test/given.ts';
import * as givenConcerns from '#test/given-concerns.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const stored = (pupilId: string) =>
  asOwner<{ concern_id: string; observed: string }>(
    `select concern_id, area, observed, since_on, tried, came_of_it, raised_by_person_id, audience, raised_on
     from app.concerns where pupil_id = $1 order by observed`,
    [pupilId],
  );

const seen = { observed: 'Loses the thread in long talk', area: 'communication' };

async function oak() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  const teacher = await given.person(school, 'teacher');
  const groupId = await givenPupils.taughtBy(school, pupilId, teacher.personId);
  return { school, pupilId, teacher, groupId };
}

describe('raising a concern', () => {
  it.each(['teacher', 'ta', 'head', 'senco'] as const)(
    'is one link and one button for a %s, from the page of the pupil',
    async (role) => {
      const { school, pupilId } = await oak();
      const { browser, personId } = await given.person(school, role);
      await givenPupils.taughtBy(school, pupilId, personId);
      const path = `/concerns/new?pupil=${pupilId}`;
      const from = await browser.get(`/pupils/${pupilId}`);
      expect(from.$(`a[href="${path}"]`).text()).toBe('Raise a concern');
      expect((await browser.get(path)).$('.lead').text()).toContain('Okafor, Amara');
      const done = await browser.post(path, { pupilId, ...seen });
      expect([done.status, done.goesTo]).toEqual([303, `/pupils/${pupilId}`]);
      expect(await stored(pupilId)).toMatchObject([
        {
          ...seen,
          since_on: null,
          raised_by_person_id: personId,
          audience: 'notes',
          raised_on: '2026-11-24',
        },
      ]);
      const after = await browser.get(`/pupils/${pupilId}`);
      expect(after.text).toContain('Loses the thread in long talk');
      expect(after.text).toContain('Concern raised. The SENCO will decide');
    },
  );

  it('keeps since when, what was tried and what came of it, and records what was written', async () => {
    const { pupilId, teacher } = await oak();
    await teacher.browser.post(`/concerns/new?pupil=${pupilId}`, {
      pupilId,
      ...seen,
      'sinceOn-day': '1',
      'sinceOn-month': '9',
      'sinceOn-year': '2026',
      tried: 'Shorter talk',
      cameOfIt: 'A little better',
    });
    expect(await stored(pupilId)).toMatchObject([
      { since_on: '2026-09-01', tried: 'Shorter talk', came_of_it: 'A little better' },
    ]);
    const events = await asOwner<{ changes: object }>(
      `select person_id, audience, changes from app.events where pupil_id = $1 and type = 'ConcernRaised'`,
      [pupilId],
    );
    expect(events).toMatchObject([
      {
        person_id: teacher.personId,
        audience: 'notes',
        changes: { tried: { before: null, after: 'Shorter talk' }, sinceOn: { after: '2026-09-01' } },
      },
    ]);
    const timeline = await teacher.browser.get(`/pupils/${pupilId}/timeline?kind=concerns`);
    expect(timeline.$('main tbody').text()).toMatch(/Concern raised.*Communication and interaction/s);
  });

  it('is one link and one button from the sheet of a class, about anybody in it', async () => {
    const { school, pupilId, teacher, groupId } = await oak();
    const other = await givenPupils.pupil(school, { surname: 'Nunn', forename: 'Ben' });
    await givenPupils.inGroup(school, other, groupId);
    const elsewhere = await givenPupils.pupil(school, { surname: 'Elsewhere' });
    const path = `/concerns/new?class=${groupId}`;
    expect((await teacher.browser.get(`/classes/${groupId}`)).$(`a[href="${path}"]`)).toHaveLength(1);
    const shown = await teacher.browser.get(path);
    const names = shown
      .$('select option')
      .toArray()
      .map((one) => shown.$(one).text());
    expect(names).toEqual(['Choose one', 'Nunn, Ben', 'Okafor, Amara']);
    const views = await asOwner<{ pupil_ids: string[] }>(
      `select pupil_ids from app.views where page = '/concerns/new' and person_id = $1`,
      [teacher.personId],
    );
    expect(views[0]?.pupil_ids.toSorted()).toEqual([pupilId, other].toSorted());
    expect((await teacher.browser.post(path, { pupilId: other, ...seen })).goesTo).toBe(`/pupils/${other}`);
    expect(await stored(other)).toHaveLength(1);
    const refused = await teacher.browser.post(path, { pupilId: elsewhere, ...seen });
    expect([refused.status, ...errorsShown(refused)]).toEqual([422, 'Select the pupil']);
    expect(await stored(elsewhere)).toEqual([]);
  });

  it('tells what is raised already, so that nobody raises it twice', async () => {
    const { school, pupilId, teacher } = await oak();
    await givenConcerns.concern(school, pupilId, { observed: 'Cannot sit still' });
    const shown = await teacher.browser.get(`/concerns/new?pupil=${pupilId}`);
    expect(shown.$('main').text()).toMatch(/Raised already.*Cannot sit still/s);
  });

  it.each([
    [{ observed: ' ' }, 'Enter what you see'],
    [{ observed: 'x'.repeat(4001) }, 'What do you see? must be 4000 characters or fewer'],
    [{ area: 'other' }, 'Select an area, or not sure'],
    [{ 'sinceOn-day': '31', 'sinceOn-month': '2', 'sinceOn-year': '2026' }, 'Since when must be a real date'],
    [
      { 'sinceOn-day': '25', 'sinceOn-month': '11', 'sinceOn-year': '2026' },
      'Since when must be today or in the past',
    ],
    [
      { 'sinceOn-day': '2', 'sinceOn-month': '5', 'sinceOn-year': '2018' },
      'Since when must not be before the pupil was born',
    ],
  ])('refuses %j with a message, and keeps what was typed', async (wrong, message) => {
    const { pupilId, teacher } = await oak();
    const refused = await teacher.browser.post(`/concerns/new?pupil=${pupilId}`, {
      pupilId,
      ...seen,
      tried: 'Shorter talk',
      ...wrong,
    });
    expect([refused.status, ...errorsShown(refused)]).toEqual([422, message]);
    expect(refused.$('textarea[name=tried]').text()).toBe('Shorter talk');
    expect(await stored(pupilId)).toEqual([]);
  });

  it('begins at the classes where nobody is named', async () => {
    const { teacher } = await oak();
    expect((await teacher.browser.get('/concerns/new')).goesTo).toBe('/classes');
  });

  it('is not found for a pupil or class out of reach, and refused to the office', async () => {
    const { school, pupilId, groupId } = await oak();
    const stranger = await given.person(school, 'teacher');
    expect((await stranger.browser.get(`/concerns/new?pupil=${pupilId}`)).status).toBe(404);
    expect((await stranger.browser.post(`/concerns/new?pupil=${pupilId}`, { pupilId, ...seen })).status).toBe(
      404,
    );
    expect((await stranger.browser.get(`/concerns/new?class=${groupId}`)).status).toBe(404);
    const elsewhere = await given.person(await given.school(), 'senco');
    expect((await elsewhere.browser.get(`/concerns/new?pupil=${pupilId}`)).status).toBe(404);
    expect((await elsewhere.browser.get(`/concerns/${newId()}`)).status).toBe(404);
    const office = await given.person(school, 'office');
    expect((await office.browser.get(`/concerns/new?pupil=${pupilId}`)).status).toBe(403);
    expect(await stored(pupilId)).toEqual([]);
  });
});
