import { describe, expect, it } from 'vitest';
import forgetApiAnswers from '#src/api/forget-answers.job.ts';
import { newId } from '#src/kernel/ids.ts';
import { program as programOf, type Told } from '../api.ts';
import * as given from '../given.ts';
import { runCommit } from '../given-imports.ts';
import * as givenPupils from '../given-pupils.ts';
import * as givenRegister from '../given-register.ts';
import { asOwner, program } from '../worker-database.ts';

const items = ({ body }: Told): readonly Record<string, unknown>[] => Object(body.items);

const viewsOf = (personId: string) =>
  asOwner<{ page: string; pupils: string[]; role: string }>(
    'select page, pupil_ids::text[] as pupils, role from app.views where person_id = $1 order by page, view_id',
    [personId],
  );
const eventsOf = (personId: string) =>
  asOwner<{ type: string; why: string | null; role: string; changes: Record<string, unknown> }>(
    'select type, why, role, changes from app.events where person_id = $1 order by type, event_id',
    [personId],
  );

async function opened() {
  const school = await given.school();
  const pupilId = await givenRegister.pupilOnRegister(school);
  const senco = await given.person(school, 'senco');
  const by = await programOf(school, 'senco', { name: 'Board' });
  return { school, pupilId, senco, by };
}

describe('reading pupils', () => {
  it('walks all of them once, in parts, and records each part as a view', async () => {
    const { school, by } = await opened();
    for (const forename of ['Bo', 'Cy', 'Di']) await givenPupils.pupil(school, { forename });
    const found: unknown[] = [];
    let next: unknown = '';
    for (let parts = 0; parts < 5 && next !== null; parts++) {
      const part: Told = await by.get(`/pupils?limit=2${next === '' ? '' : `&after=${next}`}`);
      found.push(...items(part).map((one) => one.forename));
      next = part.body.next;
    }
    expect(found).toEqual(['Amara', 'Bo', 'Cy', 'Di']);
    const views = await viewsOf(by.personId);
    expect(views.map(({ page, pupils }) => [page, pupils.length])).toEqual([
      ['GET /api/v1/pupils', 2],
      ['GET /api/v1/pupils', 2],
    ]);
  });

  it('filters as the register does, and answers the fields that were asked for', async () => {
    const { school, by } = await opened();
    await givenRegister.pupilOnRegister(school, { forename: 'Bo', sen: 'ehc_plan', yearGroup: '5' });
    await givenPupils.pupil(school, { forename: 'Cy' });
    const names = async (search: string) =>
      items(await by.get(`/pupils?${search}`)).map((one) => one.forename);
    expect(await names('status=ehc_plan')).toEqual(['Bo']);
    expect(await names('status=ehc_plan&status=sen_support')).toEqual(['Amara', 'Bo']);
    expect(await names('year=4&show=register')).toEqual(['Amara']);
    expect(await names('need=ASD')).toEqual([]);
    const few = await by.get('/pupils?status=ehc_plan&fields=yearGroup&fields=needs');
    expect(items(few)).toEqual([
      {
        pupilId: expect.any(String),
        yearGroup: '5',
        needs: [{ type: 'SLCN', label: 'Speech, Language and Communication Needs' }],
      },
    ]);
  });

  it('tells of one pupil what the page tells, and of the register its figures', async () => {
    const { pupilId, by } = await opened();
    const { body } = await by.get(`/pupils/${pupilId}`);
    expect(body).toMatchObject({
      pupilId,
      name: { forename: 'Amara', surname: 'Okafor' },
      bornOn: '2018-05-03',
      censusCode: 'K',
      statuses: [{ status: 'sen_support', fromOn: '2026-09-01', reason: 'Agreed with the family' }],
      needs: [{ type: 'SLCN', rank: 1 }],
    });
    const register = await by.get('/register');
    expect(register.body.figures).toEqual({
      ...{ roll: 1, monitoring: 0, senSupport: 1, ehcPlan: 0, parentsNotTold: 1 },
    });
    expect((await viewsOf(by.personId)).map(({ page, pupils }) => [page, pupils])).toEqual([
      ['GET /api/v1/pupils/:pupilId', [pupilId]],
      ['GET /api/v1/register', [pupilId]],
    ]);
  });

  it('tells what would be returned on a census day', async () => {
    const { by } = await opened();
    const { body } = await by.get('/census?on=2027-01-21');
    expect(body).toMatchObject({ on: '2027-01-21', season: 'spring', counts: { N: 0, K: 1, E: 0 } });
    expect(body.items).toMatchObject([{ code: 'K', needRank1: 'SLCN' }]);
  });

  it('shows a role no more than its pages do: no contacts and no figures to exams, nobody to a teacher of nobody', async () => {
    const { school, pupilId, by } = await opened();
    expect(items(await (await programOf(school, 'teacher')).get('/pupils'))).toEqual([]);
    const exams = await programOf(school, 'exams');
    const seen = (await exams.get(`/pupils/${pupilId}`)).body;
    expect(seen).toMatchObject({ strengths: [], name: { forename: 'Amara' } });
    expect(items(await exams.get('/contacts'))).toEqual([]);
    expect((await exams.get('/register')).body.figures).toBeNull();
    expect((await by.get('/register')).body.figures).not.toBeNull();
  });

  it('says which school it is, and what the token may', async () => {
    const { school, by } = await opened();
    expect((await by.get('/schools/me')).body).toMatchObject({
      schoolId: school.schoolId,
      urn: school.urn,
      today: '2026-11-24',
      token: { name: 'Board', roles: ['senco'], isReadOnly: false, untilOn: '2027-07-31' },
    });
  });
});

describe('changing a status', () => {
  const change = {
    status: 'monitoring',
    fromOn: '2026-11-24',
    reason: 'Enough progress',
    parentsToldOn: '2026-11-20',
  };
  const versionOf = async (by: Awaited<ReturnType<typeof opened>>['by'], pupilId: string) =>
    String((await by.get(`/pupils/${pupilId}`)).body.statusVersion);

  it('is one event under the name of the token, which the page of who has seen names too', async () => {
    const { pupilId, by, senco } = await opened();
    const version = await versionOf(by, pupilId);
    const done = await by.post(`/pupils/${pupilId}/status`, { ...change, version });
    expect(done.status).toBe(200);
    expect(done.body.version).toBe(await versionOf(by, pupilId));
    expect(await eventsOf(by.personId)).toMatchObject([
      {
        type: 'StatusChanged',
        why: 'Enough progress',
        role: 'senco',
        changes: { status: { before: 'sen_support', after: 'monitoring' } },
      },
    ]);
    const seen = await senco.browser.get(`/pupils/${pupilId}/seen`);
    expect(seen.$('main').text()).toContain('Program ‘Board’');
    expect((await senco.browser.get(`/pupils/${pupilId}/timeline`)).$('main').text()).toContain(
      'Program ‘Board’',
    );
  });

  it('overwrites nothing: 409 by an old version, 412 by an old If-Match, done by a right one', async () => {
    const { pupilId, by } = await opened();
    const path = `/pupils/${pupilId}/status`;
    const stale = await by.post(path, { ...change, version: 'none' });
    expect([stale.status, stale.body.errors]).toEqual([
      409,
      [{ field: 'version', message: expect.stringContaining('Nothing was overwritten') }],
    ]);
    expect((await by.post(path, change, { 'if-match': '"none"' })).status).toBe(412);
    expect((await by.post(path, change)).status).toBe(422);
    const version = await versionOf(by, pupilId);
    expect((await by.post(path, change, { 'if-match': `"${version}"` })).status).toBe(200);
    const replayed = await by.post(path, change, { 'if-match': `"${version}"` });
    expect(replayed.status).toBe(412);
  });

  it('refuses in the words of the form', async () => {
    const { pupilId, by } = await opened();
    const version = await versionOf(by, pupilId);
    const refused = await by.post(`/pupils/${pupilId}/status`, { ...change, fromOn: '2026-12-24', version });
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [{ field: 'fromOn', message: 'From must be today or in the past' }],
    ]);
    expect(await eventsOf(by.personId)).toEqual([]);
  });
});

describe('tasks and contacts', () => {
  it('are given, listed and finished', async () => {
    const { pupilId, by, senco } = await opened();
    const colleagues = items(await by.get('/colleagues'));
    expect(colleagues).toEqual([{ personId: senco.personId, name: 'Mx Person' }]);
    const task = { title: 'Ring the family', dueOn: '2026-11-30', ownerPersonId: senco.personId, pupilId };
    const made = await by.post('/tasks', task);
    expect([made.status, made.headers.get('location')]).toEqual([201, null]);
    const [listed] = items(await by.get(`/tasks?pupil=${pupilId}`));
    expect(listed).toMatchObject({ ...task, givenByName: 'Program ‘Board’', version: 1, doneOn: null });
    const path = `/tasks/${made.body.taskId}/finish`;
    expect((await by.post(path, { version: 2 })).status).toBe(409);
    expect((await by.post(path, { version: 1, outcome: 'Agreed' })).body).toMatchObject({ version: 2 });
    expect((await by.post(path, { version: 2 })).status).toBe(422);
    expect(items(await by.get('/tasks'))).toEqual([]);
    expect(items(await by.get('/tasks?state=done'))).toMatchObject([
      { outcome: 'Agreed', doneOn: '2026-11-24' },
    ]);
    expect((await eventsOf(by.personId)).map(({ type }) => type)).toEqual(['TaskAdded', 'TaskFinished']);
  });

  it('refuses a task for a program, and for somebody of nowhere', async () => {
    const { by } = await opened();
    for (const ownerPersonId of [by.personId, newId()]) {
      const refused = await by.post('/tasks', { title: 'Ring', ownerPersonId });
      expect([refused.status, refused.body.errors]).toEqual([
        422,
        [{ field: 'ownerPersonId', message: 'Select who does it' }],
      ]);
    }
  });

  it('log a contact with its follow-up, for those who may read it', async () => {
    const { pupilId, by, senco, school } = await opened();
    const note = {
      pupilId,
      kind: 'contact',
      words: 'Asked about lunch',
      withWhom: 'Mother',
      on: '2026-11-24',
    };
    const without = await by.post('/contacts', { ...note, followUpOn: '2026-12-01' });
    expect(without.body.errors).toEqual([{ field: 'followUpBy', message: 'Select who does it' }]);
    const made = await by.post('/contacts', {
      ...note,
      followUpOn: '2026-12-01',
      followUpBy: senco.personId,
    });
    expect(made.status).toBe(201);
    const { contactNoteId } = made.body;
    expect(items(await by.get('/contacts'))).toEqual([{ ...note, contactNoteId, byName: 'Program ‘Board’' }]);
    expect(items(await by.get('/tasks'))).toMatchObject([
      { origin: 'contact', ownerPersonId: senco.personId },
    ]);
    expect((await by.post('/contacts', { ...note, withWhom: '' })).status).toBe(422);
    const head = await programOf(school, 'head');
    expect((await head.post('/contacts', { ...note, audience: 'leaders' })).status).toBe(422);
    expect((await by.post('/contacts', { ...note, pupilId: newId() })).status).toBe(404);
  });
});

describe('a change sent twice', () => {
  const key = (text: string) => ({ 'idempotency-key': text });

  it('counts once with its key, at another moment and at the same', async () => {
    const { by, senco } = await opened();
    const task = { title: 'Ring', ownerPersonId: senco.personId };
    const first = await by.post('/tasks', task, key('one'));
    const again = await by.post('/tasks', task, key('one'));
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect([first.headers.get('idempotency-replayed'), again.headers.get('idempotency-replayed')]).toEqual([
      null,
      'true',
    ]);
    const both = await Promise.all([1, 2, 3].map(() => by.post('/tasks', task, key('two'))));
    expect(new Set(both.map(({ body }) => body.taskId)).size).toBe(1);
    expect(items(await by.get('/tasks')).length).toBe(2);
    await by.post('/tasks', task);
    expect(items(await by.get('/tasks')).length).toBe(3);
  });

  it('is refused when the key comes with another change, and the key is no key', async () => {
    const { by, senco } = await opened();
    const task = { title: 'Ring', ownerPersonId: senco.personId };
    await by.post('/tasks', task, key('one'));
    const other = await by.post('/tasks', { ...task, title: 'Write' }, key('one'));
    expect([other.status, other.body.errors]).toEqual([
      422,
      [{ field: 'Idempotency-Key', message: 'This key was used for another request. Use a new one' }],
    ]);
    expect((await by.post('/tasks', task, key('one two'))).status).toBe(400);
  });

  it('keeps no key of what was refused, nor of another token, nor for more than two days', async () => {
    const { by, school, senco } = await opened();
    const task = { title: 'Ring', ownerPersonId: senco.personId };
    expect((await by.post('/tasks', { ...task, title: '' }, key('one'))).status).toBe(422);
    expect((await by.post('/tasks', { ...task, ownerPersonId: newId() }, key('one'))).status).toBe(422);
    expect((await by.post('/tasks', task, key('one'))).status).toBe(201);
    const other = await programOf(school, 'senco');
    expect((await other.post('/tasks', task, key('one'))).headers.get('idempotency-replayed')).toBeNull();
    const kept = () => asOwner('select 1 from app.api_answers where school_id = $1', [school.schoolId]);
    await forgetApiAnswers.run({}, { program });
    expect((await kept()).length).toBe(2);
    await asOwner(`update app.api_answers set at = at - interval '25 hours' where person_id = $1`, [
      by.personId,
    ]);
    await forgetApiAnswers.run({}, { program });
    expect((await kept()).length).toBe(1);
  });
});

describe('bringing a file', () => {
  const csv = 'UPN,Surname,Forename,DOB,Year\nH801200001001,Amber,Mo,01/02/2018,4\n';
  const formOf = (mode: string | null, text = csv, name = 'pupils.csv') => {
    const form = new FormData();
    form.set('file', new File([text], name));
    if (mode !== null) form.set('mode', mode);
    return form;
  };

  it('says what would change and keeps nothing, unless it is asked to', async () => {
    const { school, by } = await opened();
    const told = await by.post('/imports', formOf(null));
    expect(told.status).toBe(202);
    expect(told.body).toMatchObject({ read: 1, importId: null, state: null });
    expect(told.headers.get('location')).toBeNull();
    expect(Object.keys(told.body)).toEqual(
      expect.arrayContaining(['read', 'new', 'changed', 'unchanged', 'missing', 'warnings', 'errors']),
    );
    expect(items(await by.get('/imports'))).toEqual([]);
    expect(await asOwner('select 1 from app.imports where school_id = $1', [school.schoolId])).toEqual([]);
  });

  it('keeps it for a review by a person, or takes it in by a job as the program', async () => {
    const { school, by } = await opened();
    const kept = await by.post('/imports', formOf('review'));
    expect(['mapping', 'reviewing']).toContain(kept.body.state);
    const taken = await by.post('/imports', formOf('commit'));
    const { importId } = taken.body;
    expect(taken.headers.get('location')).toBe(`/api/v1/imports/${importId}`);
    expect(taken.body.state).toBe('committing');
    await runCommit(school, by.personId, String(importId) as Parameters<typeof runCommit>[2]);
    const after = await by.get(`/imports/${importId}`);
    expect(after.body).toMatchObject({ state: 'committed', read: 1 });
    expect(items(await by.get('/imports')).length).toBe(2);
    expect((await eventsOf(by.personId)).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['FileTakenIn']),
    );
  });

  it('takes the same file with the same key once, though the form is drawn anew', async () => {
    const { by } = await opened();
    const key = { 'idempotency-key': 'nightly-2026-11-24' };
    const first = await by.post('/imports', formOf('review'), key);
    const again = await by.post('/imports', formOf('review'), key);
    expect([again.body.importId, items(await by.get('/imports')).length]).toEqual([first.body.importId, 1]);
    expect((await by.post('/imports', formOf('commit'), key)).status).toBe(422);
  });

  it('refuses what is no file of pupils, no file at all, and no form', async () => {
    const { by } = await opened();
    const refused = await by.post('/imports', formOf('commit', '\u0000\u0001', 'x.bin'));
    expect([refused.status, Object(refused.body.errors)[0].field]).toEqual([422, 'file']);
    const none = await by.post('/imports', new FormData());
    expect(none.status).toBe(422);
    expect((await by.post('/imports', { file: 'x' })).status).toBe(415);
    expect((await by.post('/imports', formOf('all'))).status).toBe(422);
  });

  it('opens no import to a role that sees less than whoever brought it', async () => {
    const { school, by } = await opened();
    const { body } = await by.post('/imports', formOf('review'));
    expect((await (await programOf(school, 'office')).get(`/imports/${body.importId}`)).status).toBe(404);
  });
});
