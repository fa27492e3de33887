import { describe, expect, it } from 'vitest';
import { addAuthority } from '#src/modules/ehcp/index.ts';
import * as given from '#test/given.ts';
import * as givenPlans from '#test/given-issued-plans.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { asOwner } from '#test/worker-database.ts';

const harebell = {
  code: null,
  name: 'Harebell',
  teamContact: null,
  teamEmail: null,
  teamPost: null,
  teamPhone: null,
  rules: {
    asks: [
      { kind: 'cycles' as const, words: 'Two reviewed plans' },
      { kind: 'costs' as const, words: 'A costed provision map' },
      { kind: 'form' as const, words: 'Its own form' },
    ],
  },
};

async function setUp() {
  const school = await given.school();
  await givenSchool.academicYear(school);
  const pupilId = await givenPupils.pupil(school);
  const senco = await given.person(school, 'senco');
  await given.inSchool(school, async (tx) => givenSchool.granted(await addAuthority(tx, harebell)));
  return { school, pupilId, senco, address: `/pupils/${pupilId}/request` };
}

describe('a request for an assessment', () => {
  it('fills itself from the plans, with where each paragraph comes from', async () => {
    const { school, pupilId, senco, address } = await setUp();
    await givenPlans.plans(school, pupilId, { cycles: 3 });
    const shown = await senco.browser.get(address);
    expect(shown.text).toContain('Reads 30 words without help');
    expect(shown.$('a[href$="/plan/versions/1"]').text()).toMatch(/^Plan number 1, /);
    expect(shown.$('main').text()).toContain('Two reviewed plans There');
    expect(shown.$('main').text()).toContain('A costed provision map Not there');
    expect(shown.$('main').text()).toContain('Its own form Look yourself');
    expect(shown.text).toContain('It cannot refuse for a missing item alone');
    const pdf = await senco.browser.get(`${address}.pdf`);
    expect([pdf.status, pdf.text.slice(0, 5)]).toEqual([200, '%PDF-']);
    expect((await senco.browser.get(`${address}.docx`)).text.slice(0, 2)).toBe('PK');
  });

  it('lists what is missing and makes a task of it; none of it bars the way', async () => {
    const { school, pupilId, senco, address } = await setUp();
    const shown = await senco.browser.get(address);
    expect(shown.text).toContain('Ask the pupil what they think');
    expect((await senco.browser.get(`${address}.pdf`)).status).toBe(200);
    const done = await senco.browser.post(`${address}/tasks/pupil-views`);
    expect(done.goesTo).toMatch(/^\/tasks\//);
    const tasks = await asOwner<{ title: string; of: string }>(
      'select title, pupil_id as of from app.tasks where school_id = $1',
      [school.schoolId],
    );
    expect(tasks).toEqual([{ title: 'Ask the pupil what they think, and write it down', of: pupilId }]);
    expect((await senco.browser.post(`${address}/tasks/pupil`)).goesTo).toBe(address);
  });

  it('is for those who write cases, of their own school', async () => {
    const { school, senco, address } = await setUp();
    const head = await given.person(school, 'head');
    expect((await head.browser.get(address)).status).toBe(403);
    const stranger = await given.person(await given.school(), 'senco');
    expect((await stranger.browser.get(address)).status).toBe(404);
    expect((await senco.browser.get(address)).status).toBe(200);
  });
});
