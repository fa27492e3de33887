import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import * as givenTasks from '#test/given-tasks.ts';
import type { Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

/** The text of the card under a heading; null when there is no such card. */
const card = ({ $ }: Read, title: string): string | null => {
  const found = $('section').filter((_, one) => $(one).find('h2').text() === title);
  return found.length === 0 ? null : found.text();
};

const stored = (taskId: string) =>
  asOwner<{ done_at: Date | null; version: number }>(
    'select done_at, version from app.tasks where task_id = $1',
    [taskId],
  );
const eventsOf = async (taskId: string) =>
  (
    await asOwner<{ type: string }>('select type from app.events where subject_id = $1 order by type', [
      taskId,
    ])
  ).map((row) => row.type);

describe('Today', () => {
  it('is the home of those who own tasks, and first on their menu', async () => {
    const school = await given.school();
    for (const role of ['senco', 'teacher', 'ta', 'head'] as const) {
      const { browser } = await given.person(school, role);
      expect((await browser.get('/')).goesTo).toBe('/today');
      const shown = await browser.get('/today');
      expect(shown.$('nav[aria-label=Main] a').first().text()).toBe('Today');
      expect(shown.$('h1').text()).toBe('Tuesday 24 November');
    }
  });

  it('is refused to those who own none', async () => {
    const { browser } = await given.person(await given.school(), 'governor');
    expect((await browser.get('/today')).status).toBe(403);
    expect((await browser.get('/')).goesTo).not.toBe('/today');
  });

  it('shows mine by day, late ones with how late, and what others owe me', async () => {
    const school = await given.school();
    const { personId, browser } = await given.person(school, 'teacher');
    const other = await given.person(school, 'ta');
    await givenTasks.task(school, personId, { title: 'Late one', dueOn: '2026-11-20' });
    await givenTasks.task(school, personId, { title: 'Due one' });
    await givenTasks.task(school, personId, { title: 'Week one', dueOn: '2026-11-27' });
    await givenTasks.task(school, personId, { title: 'Later one', dueOn: '2026-12-07' });
    await givenTasks.task(school, other.personId, { title: 'Theirs', givenBy: personId });
    await givenTasks.task(school, other.personId, { title: 'None of mine' });
    const shown = await browser.get('/today');
    expect(card(shown, 'Today')).toMatch(/Late one.*4 days late.*Due one.*Due today/s);
    expect(card(shown, 'This week')).toContain('Fri 27');
    expect(card(shown, 'This week')).toContain('Week one');
    expect(card(shown, 'Later')).toContain('Later one');
    expect(card(shown, 'Waiting for others')).toContain('Mx Person: Theirs');
    expect(shown.text).not.toContain('None of mine');
  });

  it('names the pupil of a task, and records that the pupil was seen', async () => {
    const school = await given.school();
    const pupilId = await givenPupils.pupil(school);
    const { personId, browser } = await given.person(school, 'teacher');
    await givenPupils.taughtBy(school, pupilId, personId);
    await givenTasks.task(school, personId, { pupilId });
    expect(card(await browser.get('/today'), 'Today')).toContain('Amara Okafor');
    const views = await asOwner(
      'select 1 from app.views where person_id = $1 and page = $2 and $3 = any (pupil_ids)',
      [personId, '/today', pupilId],
    );
    expect(views.length).toBe(1);
  });

  it('hides the task of a pupil who is no longer within reach', async () => {
    const school = await given.school();
    const pupilId = await givenPupils.pupil(school);
    const { personId, browser } = await given.person(school, 'teacher');
    const taskId = await givenTasks.task(school, personId, { pupilId, title: 'Out of reach' });
    expect((await browser.get('/today')).text).not.toContain('Out of reach');
    expect((await browser.get(`/tasks/${taskId}`)).status).toBe(404);
  });

  it('tells the SENCO whose parents are not yet told, with the law; nobody else', async () => {
    const school = await given.school();
    const pupilId = await givenRegister.pupilOnRegister(school);
    const senco = await given.person(school, 'senco');
    const shown = await senco.browser.get('/today');
    expect(card(shown, 'Today')).toContain('section 68');
    expect(shown.$(`a[href="/pupils/${pupilId}/parents-told"]`).text()).toContain('Tell the parents of');
    const head = await given.person(school, 'head');
    expect((await head.browser.get('/today')).text).not.toContain('Tell the parents');
  });

  it('shows imports that wait for review', async () => {
    const school = await given.school();
    const { browser } = await given.person(school, 'senco');
    await asOwner(
      `insert into app.imports (school_id, import_id, file_name, format, sha256, state, header, columns, mapping,
         problems, counts, given_on, uploaded_by, uploaded_at)
       values ($1, gen_random_uuid(), 'roll.csv', 'csv', 'x', 'reviewing', '{}', '[]', '[]', '[]', '{}', now(),
         gen_random_uuid(), now())`,
      [school.schoolId],
    );
    expect(card(await browser.get('/today'), 'Today')).toContain('Review roll.csv');
  });

  it('marks a task done with one click, and takes it back with another', async () => {
    const school = await given.school();
    const { personId, browser } = await given.person(school, 'teacher');
    const taskId = await givenTasks.task(school, personId);
    expect((await browser.post(`/tasks/${taskId}/done`)).goesTo).toBe('/today');
    const [done] = await stored(taskId);
    expect(done?.done_at).not.toBeNull();
    const after = await browser.get('/today');
    expect(card(after, 'Today')).not.toContain('Ring the family');
    expect(card(after, 'Done today')).toContain('Ring the family');
    await browser.post(`/tasks/${taskId}/reopen`);
    expect(card(await browser.get('/today'), 'Today')).toContain('Ring the family');
    expect(await eventsOf(taskId)).toEqual(['TaskAdded', 'TaskFinished', 'TaskReopened']);
  });

  it('does nothing twice', async () => {
    const school = await given.school();
    const { personId, browser } = await given.person(school, 'teacher');
    const taskId = await givenTasks.task(school, personId);
    await browser.post(`/tasks/${taskId}/done`);
    await browser.post(`/tasks/${taskId}/done`);
    expect((await browser.get('/today')).text).toContain('This task is done already');
    await browser.post(`/tasks/${taskId}/reopen`);
    await browser.post(`/tasks/${taskId}/reopen`);
    expect((await browser.get('/today')).text).toContain('This task is open already');
    expect((await stored(taskId))[0]?.version).toBe(3);
  });
});
