import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const states = async (schoolId: string) =>
  (
    await asOwner<{ state: string }>('select state from app.plans where school_id = $1 order by state', [
      schoolId,
    ])
  ).map(({ state }) => state);

describe('plans for several pupils at once', () => {
  it('are begun for those who have none, get one target, and are undone but for one that was changed', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const pupils = [];
    for (let at = 0; at < 4; at += 1) pupils.push(await givenPupils.pupil(school));
    const [had, changed] = pupils;
    await senco.browser.post(`/pupils/${had}/plan/begin`, {});
    const begin = '/plans/begin?show=all';
    expect((await senco.browser.get(begin)).$('input[name="pupilIds"]').length).toBe(4);
    const nobody = await senco.browser.post(begin, {});
    expect([nobody.status, errorsShown(nobody)]).toEqual([422, ['Select at least one pupil']]);

    const done = await senco.browser.post(begin, { pupilIds: pupils, prefill: ['strengths', 'barriers'] });
    const here = String(done.goesTo);
    const shown = await senco.browser.get(here);
    expect(shown.text).toContain('3 plans begun');
    expect(shown.text).toContain('Had a plan already: left as it is');

    const target = { area: 'semh', words: 'Asks for a break by themselves', from: 'semh-6', version: '0' };
    await senco.browser.post(`${here}/targets`, target);
    const set = await asOwner('select 1 from app.plan_targets where school_id = $1', [school.schoolId]);
    expect(set).toHaveLength(3);

    await senco.browser.post(`/pupils/${changed}/plan/parts/hopes`, {
      words: 'Reads a recipe',
      version: '0',
    });
    const other = await given.person(school, 'assistant_senco');
    await other.browser.post(`${here}/undo`, {});
    expect(await states(school.schoolId)).toEqual(['draft', 'draft', 'draft', 'draft']);
    await senco.browser.post(`${here}/undo`, {});
    expect(await states(school.schoolId)).toEqual(['draft', 'draft', 'withdrawn', 'withdrawn']);
    expect((await senco.browser.get(here)).text).toContain('Left: changed since');
    await senco.browser.post(`${here}/undo`, {});
    expect(await states(school.schoolId)).toEqual(['draft', 'draft', 'withdrawn', 'withdrawn']);
  });

  it('are begun by a teacher for the pupils they teach alone', async () => {
    const school = await given.school();
    const [near, far] = [await givenPupils.pupil(school), await givenPupils.pupil(school)];
    const teacher = await given.person(school, 'teacher');
    await givenPupils.taughtBy(school, near, teacher.personId);
    const refused = await teacher.browser.post('/plans/begin?show=all', { pupilIds: [far] });
    expect(errorsShown(refused)).toEqual(['Select pupils of this list']);
    await teacher.browser.post('/plans/begin?show=all', { pupilIds: [near, far] });
    expect(await states(school.schoolId)).toEqual(['draft']);
    expect((await (await given.person(school, 'ta')).browser.get('/plans/begin')).status).toBe(403);
  });
});
