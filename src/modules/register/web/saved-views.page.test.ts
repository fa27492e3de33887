import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenRegister from '#test/given-register.ts';
import { errorsShown, type Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

type Row = { saved_view_id: string; name: string; query: string; is_shared: boolean; opens_first: boolean };

const viewsOf = (schoolId: string) =>
  asOwner<Row>('select * from app.saved_views where school_id = $1 and withdrawn_at is null order by name', [
    schoolId,
  ]);
const eventsOf = async (schoolId: string) =>
  (
    await asOwner<{ type: string }>(
      "select type from app.events where school_id = $1 and type like 'View%' order by type",
      [schoolId],
    )
  ).map(({ type }) => type);

const chips = ({ $ }: Read): string[] =>
  $('nav[aria-label="Saved views"] a')
    .toArray()
    .map((link) => $(link).text());
const rowHeads = ({ $ }: Read): string[] =>
  $('tbody th[scope=row]')
    .toArray()
    .map((cell) => $(cell).text());

async function larkfield() {
  const school = await given.school();
  await givenRegister.pupilOnRegister(school, { surname: 'Abara', sen: 'ehc_plan' });
  await givenRegister.pupilOnRegister(school, { surname: 'Okafor' });
  return { school, senco: await given.person(school, 'senco') };
}

const plans = '?status=ehc_plan&sort=year';
const save = (by: given.Person, fields: Record<string, string>, query = plans) =>
  by.browser.post(`/pupils/views/new${query}`, fields);

describe('a view of the register', () => {
  it('is kept under a name and stands above the register', async () => {
    const { school, senco } = await larkfield();
    expect(chips(await senco.browser.get('/pupils?show=register'))).toEqual([]);
    expect(chips(await senco.browser.get(`/pupils${plans}`))).toEqual(['Save this view']);
    const asked = await senco.browser.get(`/pupils/views/new${plans}`);
    expect(asked.text).toContain('On the register or monitored · Status: EHC plan');
    const saved = await save(senco, { name: 'With a plan' });
    expect([saved.status, saved.goesTo]).toEqual([303, '/pupils?status=ehc_plan&sort=year']);
    const shown = await senco.browser.get(`/pupils${plans}`);
    expect(chips(shown)).toEqual(['With a plan', 'Change views']);
    expect(shown.$('nav[aria-label="Saved views"] a[aria-current=page]').text()).toBe('With a plan');
    expect(rowHeads(shown)).toEqual(['Abara, Amara']);
    expect(await eventsOf(school.schoolId)).toEqual(['ViewSaved']);
  });

  it('opens first where its owner says so, and only one does', async () => {
    const { school, senco } = await larkfield();
    await save(senco, { name: 'With a plan', opensFirst: 'yes' });
    expect(rowHeads(await senco.browser.get('/pupils'))).toEqual(['Abara, Amara']);
    expect(rowHeads(await senco.browser.get('/pupils?show=register'))).toHaveLength(2);
    await save(senco, { name: 'On support', opensFirst: 'yes' }, '?status=sen_support');
    expect(rowHeads(await senco.browser.get('/pupils'))).toEqual(['Okafor, Amara']);
    const first = (await viewsOf(school.schoolId)).filter((view) => view.opens_first);
    expect(first.map((view) => view.name)).toEqual(['On support']);
    const other = await given.person(school, 'senco');
    expect(rowHeads(await other.browser.get('/pupils'))).toHaveLength(2);
  });

  it.each([
    [{ name: '' }, 'Enter a name'],
    [{ name: 'x'.repeat(61) }, 'Name must be 60 characters or fewer'],
    [{ name: 'WITH a plan' }, 'Enter another name: you have a view of this name'],
  ])('is refused as %j', async (fields, message) => {
    const { school, senco } = await larkfield();
    await save(senco, { name: 'With a plan' });
    const refused = await save(senco, fields);
    expect([refused.status, errorsShown(refused)]).toEqual([422, [message]]);
    expect(await viewsOf(school.schoolId)).toHaveLength(1);
  });

  it('is refused once somebody has thirty', async () => {
    const { school, senco } = await larkfield();
    await asOwner(
      `insert into app.saved_views (school_id, saved_view_id, owner_person_id, name, query)
       select $1, gen_random_uuid(), $2, 'View ' || n, '' from generate_series(1, 30) n`,
      [school.schoolId, senco.personId],
    );
    expect(errorsShown(await save(senco, { name: 'One more' }))[0]).toContain('You have 30 views');
  });

  it('opens with what can be kept, and says what is known no more', async () => {
    const { school, senco } = await larkfield();
    await asOwner(
      `insert into app.saved_views (school_id, saved_view_id, owner_person_id, name, query)
       values ($1, gen_random_uuid(), $2, 'Old', 'status=ehc_plan&colour=blue')`,
      [school.schoolId, senco.personId],
    );
    const list = await senco.browser.get('/pupils/views');
    expect(list.text).toContain('Left out, as the register knows it no more: colour');
    expect(list.$('a:contains("Old")').attr('href')).toBe('/pupils?status=ehc_plan');
  });

  it('is renamed once: the second of two who rename it at one time is told', async () => {
    const { school, senco } = await larkfield();
    await save(senco, { name: 'With a plan', isShared: 'yes' });
    const [view] = await viewsOf(school.schoolId);
    const path = `/pupils/views/${view?.saved_view_id}`;
    const done = await senco.browser.post(path, { name: 'Plans', isShared: 'yes', version: '1' });
    expect([done.status, done.goesTo]).toEqual([303, '/pupils/views']);
    const late = await senco.browser.post(path, { name: 'EHC plans', version: '1' });
    expect(late.status).toBe(422);
    expect(late.text).toContain('It is called “Plans” now; you wrote “EHC plans”.');
    expect(await eventsOf(school.schoolId)).toEqual(['ViewChanged', 'ViewSaved']);
  });

  it('goes when it is removed', async () => {
    const { school, senco } = await larkfield();
    await save(senco, { name: 'With a plan', opensFirst: 'yes' });
    const [view] = await viewsOf(school.schoolId);
    const gone = await senco.browser.post(`/pupils/views/${view?.saved_view_id}/remove`);
    expect(gone.goesTo).toBe('/pupils/views');
    expect(await viewsOf(school.schoolId)).toEqual([]);
    expect(rowHeads(await senco.browser.get('/pupils'))).toHaveLength(2);
    expect((await senco.browser.get('/pupils/views')).text).toContain('No view is saved yet');
    expect(await eventsOf(school.schoolId)).toEqual(['ViewRemoved', 'ViewSaved']);
  });
});

describe('the walls around saved views', () => {
  it('show a shared view to whoever sees the whole register, and one’s own to nobody else', async () => {
    const { school, senco } = await larkfield();
    await save(senco, { name: 'Ours', isShared: 'yes' });
    await save(senco, { name: 'Mine' }, '?status=monitoring');
    const head = await given.person(school, 'head');
    const teacher = await given.person(school, 'teacher');
    expect(chips(await head.browser.get('/pupils'))).toEqual(['Ours', 'Change views']);
    expect(chips(await teacher.browser.get('/pupils'))).toEqual([]);
    const views = await viewsOf(school.schoolId);
    const idOf = (name: string) => views.find((view) => view.name === name)?.saved_view_id;
    expect((await head.browser.get(`/pupils/views/${idOf('Ours')}`)).status).toBe(403);
    expect((await head.browser.post(`/pupils/views/${idOf('Ours')}/remove`)).status).toBe(403);
    expect((await head.browser.get(`/pupils/views/${idOf('Mine')}`)).status).toBe(404);
  });

  it('let another who runs the school tidy a shared one, and keep a teacher’s to themselves', async () => {
    const { school } = await larkfield();
    const assistant = await given.person(school, 'assistant_senco');
    await save(assistant, { name: 'Ours', isShared: 'yes' });
    const teacher = await given.person(school, 'teacher');
    await save(teacher, { name: 'My class', isShared: 'yes' });
    const views = await viewsOf(school.schoolId);
    expect(views.map((view) => [view.name, view.is_shared])).toEqual([
      ['My class', false],
      ['Ours', true],
    ]);
    const senco = await given.person(school, 'senco');
    const path = `/pupils/views/${views[1]?.saved_view_id}`;
    expect((await senco.browser.post(path, { name: 'The plans', version: '1' })).status).toBe(303);
    expect((await viewsOf(school.schoolId))[1]).toMatchObject({ name: 'The plans', is_shared: true });
    expect((await senco.browser.post(`${path}/remove`)).status).toBe(303);
  });

  it.each(['office', 'governor'] as const)('stop a %s', async (role) => {
    const { school } = await larkfield();
    const { browser } = await given.person(school, role);
    expect((await browser.get('/pupils/views')).status).toBe(403);
    expect((await browser.post('/pupils/views/new', { name: 'x' })).status).toBe(403);
  });

  it('hide the views of every other school', async () => {
    const { school, senco } = await larkfield();
    await save(senco, { name: 'Ours', isShared: 'yes' });
    const [view] = await viewsOf(school.schoolId);
    const stranger = await given.person(await given.school(), 'senco');
    expect((await stranger.browser.get(`/pupils/views/${view?.saved_view_id}`)).status).toBe(404);
  });
});
