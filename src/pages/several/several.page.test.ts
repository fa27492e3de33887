import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { giveKeyWorker } from '#src/modules/pupils/index.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import * as givenSchool from '#test/given-school.ts';
import { errorsShown, type Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;

async function larkfield() {
  const school = await given.school();
  const ada = await givenRegister.pupilOnRegister(school, { forename: 'Ada', surname: 'Abara' });
  const bo = await givenRegister.pupilOnRegister(school, {
    forename: 'Bo',
    surname: 'Brook',
    sen: 'monitoring',
  });
  const cy = await givenRegister.pupilOnRegister(school, {
    forename: 'Cy',
    surname: 'Clay',
    sen: 'ehc_plan',
  });
  return { school, ada, bo, cy, senco: await given.person(school, 'senco') };
}

/** Chooses, tells what shall be done, and comes to the page that lays it out. */
async function lay(by: given.Person, who: readonly PupilId[], kind: string, fields: Fields) {
  const chosen = await by.browser.post('/pupils/several', { pupilIds: who, kind });
  expect(chosen.status).toBe(303);
  const asked = await by.browser.post(chosen.goesTo ?? '', fields);
  expect([asked.status, errorsShown(asked)]).toEqual([303, []]);
  const path = asked.goesTo ?? '';
  return { path, page: await by.browser.get(path) };
}
const seenIn = ({ $ }: Read): string => String($('input[name=seen]').val());
const agree = (by: given.Person, { path, page }: { path: string; page: Read }) =>
  by.browser.post(path, { seen: seenIn(page) });

const rowsOf = ({ $ }: Read, label: string): string[][] =>
  $(`section[aria-label="${label}"] tbody tr`)
    .toArray()
    .map((row) =>
      $(row)
        .find('th, td')
        .toArray()
        .map((cell) => $(cell).text()),
    );

const support = {
  status: 'sen_support',
  'fromOn-day': '2',
  'fromOn-month': '11',
  'fromOn-year': '2026',
  reason: 'Agreed in the autumn review',
};

const statusesOf = async (pupilId: PupilId) =>
  (
    await asOwner<{ line: string }>(
      `select concat_ws(' ', status, from_on, until_on) as line from app.sen_statuses
       where pupil_id = $1 and withdrawn_at is null order by from_on`,
      [pupilId],
    )
  ).map(({ line }) => line);
const keyWorkersOf = async (pupilId: PupilId) =>
  (
    await asOwner<{ line: string }>(
      `select concat_ws(' ', surname, from_on, until_on) as line from app.key_workers join app.staff using (school_id, staff_id)
       where pupil_id = $1 and withdrawn_at is null order by from_on`,
      [pupilId],
    )
  ).map(({ line }) => line);
const eventsOf = async (schoolId: string, like: string) =>
  (
    await asOwner<{ type: string }>(
      'select type from app.events where school_id = $1 and type like $2 order by type',
      [schoolId, like],
    )
  ).map(({ type }) => type);

describe('whom something is done for', () => {
  it('is picked one by one, or all at once without script', async () => {
    const { senco, school } = await larkfield();
    const page = await senco.browser.get('/pupils/several?status=sen_support&status=monitoring');
    expect(page.$('input[name=pupilIds]')).toHaveLength(2);
    expect(page.$('input[name=pupilIds]:checked')).toHaveLength(0);
    const all = await senco.browser.get(page.$('a:contains("Select all 2")').attr('href') ?? '');
    expect(all.$('input[name=pupilIds]:checked')).toHaveLength(2);
    const views = await asOwner<{ pupil_ids: string[] }>(
      "select pupil_ids from app.views where school_id = $1 and page = '/pupils/several'",
      [school.schoolId],
    );
    expect(views.map((view) => view.pupil_ids.length)).toEqual([2, 2]);
  });

  it.each([
    [{ kind: 'task' }, 'Select at least one pupil'],
    [{ pupilIds: 'nonsense', kind: 'task' }, 'Invalid'],
    [{ pupilIds: '019abcde-0000-7000-8000-000000000000', kind: 'task' }, 'Select pupils of the register'],
    [{ pupilIds: '019abcde-0000-7000-8000-000000000000' }, 'Select what is to be done'],
  ])('is refused as %j', async (fields, message) => {
    const { senco } = await larkfield();
    const refused = await senco.browser.post('/pupils/several', fields);
    expect(refused.status).toBe(422);
    expect(errorsShown(refused)[0]).toContain(message);
  });

  it('keeps what was ticked when something is missing', async () => {
    const { senco, ada, bo } = await larkfield();
    const refused = await senco.browser.post('/pupils/several', { pupilIds: [ada, bo] });
    expect(refused.$('input[name=pupilIds]:checked')).toHaveLength(2);
  });

  it('is at most three hundred', async () => {
    const { senco, ada } = await larkfield();
    const many = Array.from({ length: 301 }, () => ada);
    const refused = await senco.browser.post('/pupils/several', { pupilIds: many, kind: 'task' });
    expect(errorsShown(refused)[0]).toContain('Select 300 pupils or fewer');
  });
});

describe('a status for several', () => {
  it('is laid out before it is done: who changes, who does not and why', async () => {
    const { senco, ada, bo, cy } = await larkfield();
    const { page } = await lay(senco, [ada, bo, cy], 'status', support);
    expect(page.$('h1').text()).toBe('1 pupil would change');
    expect(rowsOf(page, 'Pupils who would change')).toEqual([
      [
        'Bo Brook',
        'Monitoring from 1 September 2026: Agreed with the family',
        'SEN support from 2 November 2026',
      ],
    ]);
    expect(rowsOf(page, 'Pupils who would stay as they are').map(([name, , why]) => [name, why])).toEqual([
      ['Ada Abara', 'Has this status already'],
      ['Cy Clay', 'Has an EHC plan, and nothing says that the authority has ceased to maintain it'],
    ]);
    expect(await statusesOf(bo)).toEqual(['monitoring 2026-09-01']);
  });

  it('is done as one deed, and undone as one', async () => {
    const { school, senco, bo, cy } = await larkfield();
    const laid = await lay(senco, [bo, cy], 'status', { ...support, isPlanCeased: 'yes' });
    expect((await agree(senco, laid)).status).toBe(303);
    expect(await statusesOf(bo)).toEqual(['monitoring 2026-09-01 2026-11-01', 'sen_support 2026-11-02']);
    expect(await statusesOf(cy)).toEqual(['ehc_plan 2026-09-01 2026-11-01', 'sen_support 2026-11-02']);
    const done = await senco.browser.get(laid.path);
    expect(done.$('h1').text()).toBe('2 pupils changed');
    expect((await senco.browser.get('/pupils?status=sen_support')).text).toContain('Brook, Bo');
    expect((await senco.browser.get('/pupils/several')).text).toContain('Done today');
    await senco.browser.post(`${laid.path}/undo`);
    expect(await statusesOf(bo)).toEqual(['monitoring 2026-09-01']);
    expect(await statusesOf(cy)).toEqual(['ehc_plan 2026-09-01']);
    const undone = await senco.browser.get(laid.path);
    expect(undone.$('h1').text()).toBe('Undone for 2 pupils');
    expect(undone.$('button:contains("Undo")')).toHaveLength(0);
    expect(await eventsOf(school.schoolId, 'BulkChange%')).toEqual(['BulkChangeDone', 'BulkChangeUndone']);
    expect(await eventsOf(school.schoolId, 'StatusChangeUndone')).toHaveLength(2);
  });

  it('leaves those whom somebody changed since as they are, and says who', async () => {
    const { school, senco, ada, bo } = await larkfield();
    const laid = await lay(senco, [ada, bo], 'status', { ...support, status: 'none' });
    await agree(senco, laid);
    await givenRegister.status(school, ada, 'monitoring', { fromOn: schoolDate('2026-11-20') });
    await senco.browser.post(`${laid.path}/undo`);
    const undone = await senco.browser.get(laid.path);
    expect(undone.$('h1').text()).toBe('Undone for 1 pupil, left for 1 pupil');
    expect(rowsOf(undone, 'Pupils')).toEqual([
      ['Ada Abara', 'Left as they are: changed since'],
      ['Bo Brook', 'Undone'],
    ]);
    expect(await statusesOf(bo)).toEqual(['monitoring 2026-09-01']);
    expect((await statusesOf(ada)).at(-1)).toBe('monitoring 2026-11-20');
  });

  it('does nothing when somebody changed one of them after the page was read', async () => {
    const { school, senco, ada, bo } = await larkfield();
    const laid = await lay(senco, [ada, bo], 'status', { ...support, status: 'none' });
    await givenRegister.status(school, ada, 'ehc_plan', { fromOn: schoolDate('2026-10-01') });
    const refused = await agree(senco, laid);
    expect(refused.status).toBe(422);
    expect(errorsShown(refused)[0]).toContain('Somebody changed one of these pupils meanwhile');
    expect(await statusesOf(bo)).toEqual(['monitoring 2026-09-01']);
  });

  it('is done once, however often it is sent, and by two at the same moment', async () => {
    const { school, senco, ada, bo } = await larkfield();
    const laid = await lay(senco, [ada, bo], 'status', { ...support, status: 'none' });
    const answers = await Promise.all([agree(senco, laid), agree(senco, laid), agree(senco, laid)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422, 422]);
    expect(await eventsOf(school.schoolId, 'BulkChangeDone')).toHaveLength(1);
  });

  it('cannot be undone on another day', async () => {
    const { senco, bo } = await larkfield();
    const laid = await lay(senco, [bo], 'status', support);
    await agree(senco, laid);
    await asOwner(`update app.bulk_changes set done_at = done_at - interval '1 day' where pupil_ids = $1`, [
      [bo],
    ]);
    expect((await senco.browser.get(laid.path)).$('button:contains("Undo")')).toHaveLength(0);
    await senco.browser.post(`${laid.path}/undo`);
    expect((await statusesOf(bo)).at(-1)).toBe('sen_support 2026-11-02');
  });

  it.each([
    [{ 'fromOn-year': '2027' }, 'From must be today or in the past'],
    [{ reason: '' }, 'Enter the reason'],
    [{ status: 'gone' }, 'Select a status'],
  ])('is refused as %j', async (wrong, message) => {
    const { senco, bo } = await larkfield();
    const chosen = await senco.browser.post('/pupils/several', { pupilIds: bo, kind: 'status' });
    const refused = await senco.browser.post(chosen.goesTo ?? '', { ...support, ...wrong });
    expect([refused.status, errorsShown(refused)]).toEqual([422, [message]]);
  });
});

describe('a key worker for several', () => {
  const from = { 'fromOn-day': '24', 'fromOn-month': '11', 'fromOn-year': '2026' };

  it('takes the place of the one before, and gives it back', async () => {
    const { school, senco, ada, bo, cy } = await larkfield();
    const park = await givenSchool.staff(school, { surname: 'Park' });
    const reed = await givenSchool.staff(school, { surname: 'Reed' });
    await givenPupils.keyWorker(school, ada, park);
    await givenPupils.keyWorker(school, cy, reed);
    const laid = await lay(senco, [ada, bo, cy], 'key_worker', { staffId: reed, ...from });
    expect(rowsOf(laid.page, 'Pupils who would change').map(([name]) => name)).toEqual([
      'Ada Abara',
      'Bo Brook',
    ]);
    expect(laid.page.text).toContain('Has this key worker already');
    await agree(senco, laid);
    expect(await keyWorkersOf(ada)).toEqual(['Park 2026-09-01 2026-11-23', 'Reed 2026-11-24']);
    expect(await keyWorkersOf(bo)).toEqual(['Reed 2026-11-24']);
    await senco.browser.post(`${laid.path}/undo`);
    expect(await keyWorkersOf(ada)).toEqual(['Park 2026-09-01']);
    expect(await keyWorkersOf(bo)).toEqual([]);
    expect(await keyWorkersOf(cy)).toEqual(['Reed 2026-09-01']);
    expect((await senco.browser.get('/pupils?q=Abara')).text).toContain('Park');
    expect(await eventsOf(school.schoolId, 'KeyWorkerUndone')).toHaveLength(2);
  });

  it('withdraws the reach that came with it', async () => {
    const { school, senco, bo } = await larkfield();
    const ta = await given.person(school, 'ta');
    const staffId = await givenPupils.staffOf(school, ta.personId);
    const laid = await lay(senco, [bo], 'key_worker', { staffId, ...from });
    await agree(senco, laid);
    expect((await ta.browser.get(`/pupils/${bo}`)).status).toBe(200);
    await senco.browser.post(`${laid.path}/undo`);
    expect((await ta.browser.get(`/pupils/${bo}`)).status).toBe(404);
  });

  it('ends for all, and leaves whom somebody gave another since', async () => {
    const { school, senco, ada, bo } = await larkfield();
    const park = await givenSchool.staff(school, { surname: 'Park' });
    const reed = await givenSchool.staff(school, { surname: 'Reed' });
    await givenPupils.keyWorker(school, ada, park);
    await givenPupils.keyWorker(school, bo, park);
    const laid = await lay(senco, [ada, bo], 'key_worker', { staffId: 'nobody', ...from });
    await agree(senco, laid);
    await given.inSchool(school, (tx) =>
      giveKeyWorker(tx, { pupilId: bo, staffId: reed, fromOn: schoolDate('2026-11-24') }),
    );
    await senco.browser.post(`${laid.path}/undo`);
    expect(await keyWorkersOf(ada)).toEqual(['Park 2026-09-01']);
    expect(await keyWorkersOf(bo)).toEqual(['Park 2026-09-01 2026-11-23', 'Reed 2026-11-24']);
  });
});

describe('a task for each of several', () => {
  it('is one task a pupil, for whoever may see the pupil, and goes again unless it was done', async () => {
    const { school, senco, ada, bo, cy } = await larkfield();
    const teacher = await given.person(school, 'teacher');
    await givenPupils.taughtBy(school, ada, teacher.personId);
    await givenPupils.taughtBy(school, bo, teacher.personId);
    const fields = { title: 'Read the profile', ownerPersonId: teacher.personId };
    const laid = await lay(senco, [ada, bo, cy], 'task', fields);
    expect(laid.page.text).toContain('Whoever shall do it may not see this pupil');
    await agree(senco, laid);
    const tasks = () =>
      asOwner<{ task_id: string; pupil_id: string }>(
        'select task_id, pupil_id from app.tasks where school_id = $1 and withdrawn_at is null order by pupil_id',
        [school.schoolId],
      );
    const made = await tasks();
    expect(made.map((task) => task.pupil_id)).toEqual([ada, bo].toSorted());
    const adas = made.find((task) => task.pupil_id === ada)?.task_id;
    await teacher.browser.post(`/tasks/${adas}`, { outcome: 'Read', version: '1' });
    await senco.browser.post(`${laid.path}/undo`);
    expect((await tasks()).map((task) => task.task_id)).toEqual([adas]);
    expect((await senco.browser.get(laid.path)).$('h1').text()).toBe('Undone for 1 pupil, left for 1 pupil');
  });
});

describe('the walls around a change of several', () => {
  it.each(['teacher', 'head', 'office', 'safeguarding_lead'] as const)('stop a %s', async (role) => {
    const { school, senco, bo } = await larkfield();
    const laid = await lay(senco, [bo], 'status', support);
    const { browser } = await given.person(school, role);
    const answers = [
      await browser.get('/pupils/several'),
      await browser.get(laid.path),
      await browser.post(laid.path, { seen: seenIn(laid.page) }),
      await browser.post(`${laid.path}/undo`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });

  it('hide it from every other school', async () => {
    const { senco, bo } = await larkfield();
    const laid = await lay(senco, [bo], 'status', support);
    const stranger = await given.person(await given.school(), 'senco');
    expect((await stranger.browser.get(laid.path)).status).toBe(404);
    expect((await stranger.browser.post(`${laid.path}/undo`)).status).toBe(404);
    const tried = await stranger.browser.post('/pupils/several', { pupilIds: bo, kind: 'task' });
    expect(tried.status).toBe(422);
  });
});
