import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenPlans from '#test/given-issued-plans.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';
import { faceParts } from '../domain/plan-template.ts';

const list = '/school/plan-templates';
const noParts = Object.fromEntries(faceParts.map((part) => [`place_${part}`, '0']));
const ours = {
  ...noParts,
  ...{ name: 'My learning', layout: 'pages', version: '0' },
  ...{ place_targets: '2', heading_targets: 'What I will do', place_help: '1' },
};

async function setUp() {
  const school = await given.school();
  return { school, senco: await given.person(school, 'senco') };
}
const events = (schoolId: string) =>
  asOwner<{ type: string; why: string | null }>(
    `select type, why from app.events where school_id = $1 and type like 'PlanTemplate%' order by xmin::text::bigint`,
    [schoolId],
  );

describe('the templates of plans', () => {
  it('are renamed and put in another order, and every face follows', async () => {
    const { school, senco } = await setUp();
    const pupilId = await givenPupils.pupil(school);
    await givenPlans.plans(school, pupilId);
    expect((await senco.browser.post(`${list}/ilp`, ours)).goesTo).toBe(list);
    const face = await senco.browser.get(`/pupils/${pupilId}/plan/faces/ilp`);
    expect(face.$('h1').last().text()).toBe('My learning');
    expect(
      face
        .$('article h3')
        .map((_, one) => face.$(one).text())
        .get(),
    ).toEqual(['What helps every day', 'What I will do']);
    expect((await senco.browser.get(list)).text).toContain('Changed by the school');
    await senco.browser.post(`${list}/ilp/restore`, {});
    expect((await senco.browser.get(`/pupils/${pupilId}/plan/faces/ilp`)).$('h1').last().text()).toContain(
      'ILP',
    );
    expect((await events(school.schoolId)).map(({ type }) => type)).toEqual([
      'PlanTemplateChanged',
      'PlanTemplateRestored',
    ]);
  });

  it('are added, withdrawn with a reason, and offered again', async () => {
    const { school, senco } = await setUp();
    await senco.browser.post(`${list}/new`, ours);
    const [row] = await asOwner<{ key: string }>(
      'select template_key as key from app.plan_templates where school_id = $1',
      [school.schoolId],
    );
    const own = `${list}/${row?.key}`;
    expect(errorsShown(await senco.browser.post(`${own}/withdraw`, { version: '1' }))).toEqual([
      'Enter why it is withdrawn',
    ]);
    await senco.browser.post(`${own}/withdraw`, { why: 'Nobody used it', version: '1' });
    expect((await senco.browser.get(list)).text).toContain('Withdrawn: Nobody used it');
    const packs = () => senco.browser.get('/school/packs/new');
    expect((await packs()).text).not.toContain('My learning');
    await senco.browser.post(`${own}/restore`, {});
    expect((await packs()).text).toContain('My learning');
    expect((await events(school.schoolId))[1]).toEqual({
      type: 'PlanTemplateWithdrawn',
      why: 'Nobody used it',
    });
  });

  it('refuse none of the parts, no name, and a save that is too late, and keep what was typed', async () => {
    const { senco } = await setUp();
    expect(errorsShown(await senco.browser.post(`${list}/ilp`, { ...ours, ...noParts }))).toEqual([
      'Give at least one part a place',
    ]);
    expect(errorsShown(await senco.browser.post(`${list}/ilp`, { ...ours, name: ' ' }))).toEqual([
      'Enter name',
    ]);
    await senco.browser.post(`${list}/ilp`, ours);
    const late = await senco.browser.post(`${list}/ilp`, { ...ours, name: 'Mine' });
    expect([late.status, errorsShown(late)[0]]).toEqual([
      422,
      expect.stringContaining('Nothing was overwritten'),
    ]);
    expect(late.$('input[name="name"]').val()).toBe('Mine');
    expect(late.text).toContain('As the template stands now');
  });

  it('are for those who run the school, and each school has its own', async () => {
    const { school, senco } = await setUp();
    await senco.browser.post(`${list}/new`, ours);
    expect((await (await given.person(school, 'teacher')).browser.get(list)).status).toBe(403);
    expect((await (await given.person(school, 'head')).browser.post(`${list}/ilp`, ours)).status).toBe(403);
    const other = await given.person(await given.school(), 'senco');
    expect((await other.browser.get(list)).text).not.toContain('My learning');
  });
});
