import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenTasks from '#test/given-tasks.ts';
import { errorsShown, valueBeside } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const onDay = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { 'dueOn-day': date, 'dueOn-month': month, 'dueOn-year': year };
};
const stored = async (taskId: string) =>
  (await asOwner('select * from app.tasks where task_id = $1', [taskId]))[0];
const eventOf = async (taskId: string, type: string) =>
  (
    await asOwner<{ why: string | null }>('select why from app.events where subject_id = $1 and type = $2', [
      taskId,
      type,
    ])
  )[0];

async function owned() {
  const school = await given.school();
  const { personId, browser } = await given.person(school, 'teacher');
  const taskId = await givenTasks.task(school, personId);
  return { school, personId, browser, taskId, path: `/tasks/${taskId}` };
}

describe('adding a task', () => {
  it('adds one of one’s own', async () => {
    const school = await given.school();
    const { personId, browser } = await given.person(school, 'teacher');
    const shown = await browser.get('/tasks/new');
    expect(shown.$('option[selected]').attr('value')).toBe(personId);
    const fields = { title: 'Order the slope', ownerPersonId: personId, ...onDay('2026-11-26') };
    expect((await browser.post('/tasks/new', fields)).goesTo).toBe('/today');
    const rows = await asOwner(
      'select title, due_on, pupil_id, audience from app.tasks where school_id = $1',
      [school.schoolId],
    );
    expect(rows).toEqual([
      { title: 'Order the slope', due_on: '2026-11-26', pupil_id: null, audience: 'notes' },
    ]);
  });

  it('of a pupil offers only those who reach the pupil', async () => {
    const school = await given.school();
    const pupilId = await givenPupils.pupil(school);
    const near = await given.person(school, 'teacher');
    const far = await given.person(school, 'teacher');
    await givenPupils.taughtBy(school, pupilId, near.personId);
    const senco = await given.person(school, 'senco');
    const path = `/tasks/new?pupil=${pupilId}`;
    const offered = (await senco.browser.get(path))
      .$('option')
      .toArray()
      .map((option) => option.attribs.value);
    expect(offered).toContain(near.personId);
    expect(offered).not.toContain(far.personId);
    const refused = await senco.browser.post(path, { title: 'Look at it', ownerPersonId: far.personId });
    expect([refused.status, errorsShown(refused)]).toEqual([422, ['Select who does it']]);
    await senco.browser.post(path, { title: 'Look at it', ownerPersonId: near.personId });
    expect((await near.browser.get('/today')).text).toContain('Look at it');
    expect((await far.browser.get(path)).status).toBe(404);
  });

  it('asks for what is to be done', async () => {
    const { browser, personId } = await owned();
    const refused = await browser.post('/tasks/new', { title: ' ', ownerPersonId: personId });
    expect([refused.status, errorsShown(refused)]).toEqual([422, ['Enter what is to be done']]);
  });
});

describe('a task', () => {
  it('shows what, whose and until when, and is finished with what came of it', async () => {
    const { browser, path, taskId } = await owned();
    const shown = await browser.get(path);
    expect(shown.$('h1').text()).toBe('Ring the family');
    expect(valueBeside(shown, 'Due on')).toBe('24 November 2026');
    expect((await browser.post(path, { outcome: 'Spoke to the mother', version: '1' })).goesTo).toBe(
      '/today',
    );
    expect(await stored(taskId)).toMatchObject({ outcome: 'Spoke to the mother', version: 2 });
    expect(valueBeside(await browser.get(path), 'What came of it')).toBe('Spoke to the mother');
  });

  it('is not overwritten by a stale page', async () => {
    const { browser, path } = await owned();
    await browser.post(`${path}/move`, { ...onDay('2026-11-30'), why: 'Away', version: '1' });
    const refused = await browser.post(path, { outcome: 'Done', version: '1' });
    expect(refused.status).toBe(422);
    expect(errorsShown(refused)).toEqual([
      'Somebody has changed this task since you opened it. Open it again.',
    ]);
  });

  it('moves to another date with the reason, and not into the past', async () => {
    const { browser, path, taskId } = await owned();
    const past = await browser.post(`${path}/move`, { ...onDay('2026-11-02'), why: 'x', version: '1' });
    expect([past.status, errorsShown(past)]).toEqual([422, ['New date must be today or later']]);
    await browser.post(`${path}/move`, { ...onDay('2026-11-30'), why: 'Family away', version: '1' });
    expect(await stored(taskId)).toMatchObject({ due_on: '2026-11-30' });
    expect(await eventOf(taskId, 'TaskMoved')).toEqual({ why: 'Family away' });
  });

  it('is handed over, and waits with whoever gave it', async () => {
    const { school, browser, path, taskId } = await owned();
    const other = await given.person(school, 'ta');
    const done = await browser.post(`${path}/hand-over`, { ownerPersonId: other.personId, version: '1' });
    expect(done.goesTo).toBe('/today');
    expect((await other.browser.get('/today')).text).toContain('Ring the family');
    expect((await browser.get('/today')).text).toContain('Waiting for others');
    expect(await eventOf(taskId, 'TaskHandedOver')).toEqual({ why: null });
  });

  it('is not handed to somebody of another school', async () => {
    const { browser, path } = await owned();
    const stranger = await given.person(await given.school(), 'ta');
    const refused = await browser.post(`${path}/hand-over`, {
      ownerPersonId: stranger.personId,
      version: '1',
    });
    expect([refused.status, errorsShown(refused)]).toEqual([422, ['Select who does it']]);
  });

  it('is withdrawn with the reason, and found no more', async () => {
    const { browser, path, taskId } = await owned();
    const refused = await browser.post(`${path}/withdraw`, { version: '1' });
    expect([refused.status, errorsShown(refused)]).toEqual([422, ['Enter why it falls away']]);
    await browser.post(`${path}/withdraw`, { why: 'Settled', version: '1' });
    expect(await eventOf(taskId, 'TaskWithdrawn')).toEqual({ why: 'Settled' });
    expect((await browser.get(path)).status).toBe(404);
  });

  it('about nobody is hidden from a colleague, and from other schools', async () => {
    const { school, path } = await owned();
    const colleague = await given.person(school, 'teacher');
    const stranger = await given.person(await given.school(), 'senco');
    for (const { browser } of [colleague, stranger]) {
      expect((await browser.get(path)).status).toBe(404);
      for (const deed of ['done', 'reopen']) expect((await browser.post(`${path}/${deed}`)).status).toBe(404);
      for (const deed of ['move', 'hand-over', 'withdraw'])
        expect((await browser.get(`${path}/${deed}`)).status).toBe(404);
    }
  });

  it('about a pupil is seen by a colleague who teaches the pupil, and changed by them not', async () => {
    const school = await given.school();
    const pupilId = await givenPupils.pupil(school);
    const senco = await given.person(school, 'senco');
    const teacher = await given.person(school, 'teacher');
    await givenPupils.taughtBy(school, pupilId, teacher.personId);
    const taskId = await givenTasks.task(school, senco.personId, { pupilId });
    const shown = await teacher.browser.get(`/tasks/${taskId}`);
    expect(shown.status).toBe(200);
    expect(valueBeside(shown, 'Pupil')).toBe('Amara Okafor');
    expect((await teacher.browser.get(`/pupils/${pupilId}`)).text).toContain('Ring the family');
    expect((await teacher.browser.post(`/tasks/${taskId}`, { version: '1' })).status).toBe(422);
    expect((await teacher.browser.post(`/tasks/${taskId}/done`)).status).toBe(404);
    expect(await stored(taskId)).toMatchObject({ done_at: null });
  });

  it('is refused to a role that owns none', async () => {
    const { school, path } = await owned();
    const { browser } = await given.person(school, 'governor');
    expect((await browser.get(path)).status).toBe(403);
    expect((await browser.get('/tasks/new')).status).toBe(403);
  });
});
