import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const onDay = (name: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};
const worry = { kind: 'worry', words: 'Quieter than in summer', ...onDay('on', '2026-11-23') };
const stored = (pupilId: string) =>
  asOwner('select kind, words, with_whom, on_date, audience from app.contact_notes where pupil_id = $1', [
    pupilId,
  ]);

async function taught() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  const teacher = await given.person(school, 'teacher');
  await givenPupils.taughtBy(school, pupilId, teacher.personId);
  return { school, pupilId, ...teacher, path: `/log?pupil=${pupilId}` };
}

describe('logging a contact', () => {
  it('asks about whom, and goes on at once when only one is found', async () => {
    const { browser, pupilId, school } = await taught();
    expect((await browser.get('/log')).$('label[for=q]').text()).toBe('Name or UPN of the pupil');
    expect((await browser.get('/log?q=oka')).goesTo).toBe(`/log?pupil=${pupilId}`);
    const senco = await given.person(school, 'senco');
    const other = await givenPupils.pupil(school, { forename: 'Leo' });
    const found = await senco.browser.get('/log?q=oka');
    expect(found.$(`a[href="/log?pupil=${other}"]`).text()).toBe('Leo Okafor');
    expect((await browser.post('/log', { ...worry, audience: 'notes' })).status).toBe(422);
  });

  it('keeps a teacher’s worry as a note, on the pupil’s page and timeline, for those who may see it', async () => {
    const { school, browser, pupilId, path } = await taught();
    const shown = await browser.get(path);
    expect(shown.$('h1').text()).toBe('Log a contact, worry or decision');
    expect(shown.text).toContain('About Amara Okafor');
    expect((await browser.post(path, { ...worry, audience: 'notes' })).goesTo).toBe(`/pupils/${pupilId}`);
    expect(await stored(pupilId)).toEqual([
      {
        kind: 'worry',
        words: 'Quieter than in summer',
        with_whom: null,
        on_date: '2026-11-23',
        audience: 'notes',
      },
    ]);
    const senco = await given.person(school, 'senco');
    for (const by of [browser, senco.browser]) {
      expect((await by.get(`/pupils/${pupilId}`)).text).toContain('Last spoke');
      expect((await by.get(`/pupils/${pupilId}/timeline`)).text).toContain('Contact, worry or decision');
    }
    const exams = await given.person(school, 'exams');
    expect((await exams.browser.get(`/pupils/${pupilId}`)).text).not.toContain('Quieter than in summer');
  });

  it('lets a teacher write for no other audience', async () => {
    const { browser, pupilId, path } = await taught();
    const refused = await browser.post(path, { ...worry, audience: 'leaders' });
    expect([refused.status, errorsShown(refused)]).toEqual([422, ['Select who may read it']]);
    expect(await stored(pupilId)).toEqual([]);
  });

  it('lets the SENCO choose who reads it', async () => {
    const { school, browser, pupilId, path } = await taught();
    const senco = await given.person(school, 'senco');
    expect((await senco.browser.get(path)).$('select[name=audience] option[selected]').attr('value')).toBe(
      'staff',
    );
    await senco.browser.post(path, { ...worry, audience: 'leaders' });
    expect((await stored(pupilId)).length).toBe(1);
    expect((await browser.get(`/pupils/${pupilId}`)).text).not.toContain('Quieter than in summer');
  });

  it('makes a task of the follow-up', async () => {
    const { browser, pupilId, path } = await taught();
    await browser.post(path, {
      ...worry,
      kind: 'contact',
      withWhom: 'mother, by telephone',
      audience: 'notes',
      ...onDay('followUpOn', '2026-11-24'),
    });
    expect((await browser.get('/today')).text).toContain('Follow up: contact with mother, by telephone');
    const tasks = await asOwner('select origin, due_on, audience from app.tasks where pupil_id = $1', [
      pupilId,
    ]);
    expect(tasks).toEqual([{ origin: 'contact', due_on: '2026-11-24', audience: 'notes' }]);
  });

  it.each([
    [{ words: '' }, 'Enter what was said, seen or decided'],
    [{ kind: 'contact' }, 'Enter with whom the contact was'],
    [onDay('on', '2026-11-25'), 'On must be today or in the past'],
    [onDay('followUpOn', '2026-11-20'), 'Follow up on must be today or later'],
  ])('refuses %j', async (wrong, message) => {
    const { browser, pupilId, path } = await taught();
    const refused = await browser.post(path, { ...worry, audience: 'notes', ...wrong });
    expect([refused.status, errorsShown(refused)]).toEqual([422, [message]]);
    expect(await stored(pupilId)).toEqual([]);
  });

  it('finds no pupil out of reach or of another school, and is refused to those who log nothing', async () => {
    const { school, path } = await taught();
    const far = await given.person(school, 'teacher');
    const stranger = await given.person(await given.school(), 'senco');
    for (const { browser } of [far, stranger]) expect((await browser.get(path)).status).toBe(404);
    const office = await given.person(school, 'office');
    expect((await office.browser.get(path)).status).toBe(403);
  });

  it('is one key away for those who log, and for nobody else', async () => {
    const { school, browser } = await taught();
    expect((await browser.get('/today')).$('body').attr('data-log')).toBe('/log');
    const office = await given.person(school, 'office');
    expect((await office.browser.get('/school')).$('body').attr('data-log')).toBeUndefined();
  });
});
