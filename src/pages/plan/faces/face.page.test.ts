import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenPlans from '#test/given-issued-plans.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { sessionCookie } from '#test/http.ts';
import { app, asOwner } from '#test/worker-database.ts';

async function withPlan(options: Parameters<typeof givenPlans.plans>[2] = {}) {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  await givenPlans.plans(school, pupilId, options);
  const senco = await given.person(school, 'senco');
  return { school, pupilId, senco, path: `/pupils/${pupilId}/plan` };
}

const viewsOf = async (personId: string) =>
  (
    await asOwner<{ page: string; pupils: string[] }>(
      'select page, pupil_ids as pupils from app.views where person_id = $1 order by at desc',
      [personId],
    )
  )[0];

describe('the faces of a pupil’s plan', () => {
  it('are listed with their files, and each shows the plan under its own headings', async () => {
    const { pupilId, senco, path } = await withPlan({ words: 'Counts to 20 alone' });
    const list = await senco.browser.get(`${path}/faces`);
    for (const name of ['One Plan', 'Pupil passport', 'Individual support plan (ISP)'])
      expect(list.$('main').text()).toContain(name);
    const passport = await senco.browser.get(`${path}/faces/passport`);
    expect(passport.$('article').text()).toContain('Counts to 20 alone');
    expect(passport.$('article h3').first().text()).toBe('I am good at');
    expect(passport.$('nav[aria-label="The same plan as"] [aria-current]').text()).toBe('Pupil passport');
    expect((await viewsOf(senco.personId))?.pupils).toEqual([pupilId]);
    expect((await senco.browser.get(`${path}/faces/isp`)).$('article').text()).toContain('Proposed, not law');
    expect((await senco.browser.get(`${path}/faces/no-such`)).status).toBe(404);
  });

  it('say of a draft that it is one, and show an issued number as it was issued', async () => {
    const { senco, path } = await withPlan({ cycles: 2, state: 'draft' });
    const draft = (await senco.browser.get(`${path}/faces/ilp`)).$('article').text();
    expect(draft).toContain('Draft: not issued yet');
    expect(draft).toContain('Reads 20 words');
    const issued = (await senco.browser.get(`${path}/issued/1/faces/ilp`)).$('article').text();
    expect(issued).toContain('Reads 10 words');
    expect(issued).not.toContain('Draft');
    expect((await senco.browser.get(`${path}/issued/2/faces/ilp`)).status).toBe(404);
  });

  it('are sent as PDF and Word under a name without the pupil’s', async () => {
    const { school, senco, path } = await withPlan();
    const cookie = await sessionCookie(senco.personId, school.schoolId);
    const send = (file: string) =>
      app.request(`http://localhost:3000${path}${file}`, { headers: { cookie } });
    const pdf = await send('/faces/profile/plan.pdf?print=large');
    expect([pdf.headers.get('content-type'), pdf.headers.get('content-disposition')]).toEqual([
      'application/pdf',
      'attachment; filename="one-page-profile-issued.pdf"',
    ]);
    const word = await send('/issued/1/faces/support-plan/plan.docx');
    expect(word.headers.get('content-disposition')).toBe('attachment; filename="sen-support-plan-1.docx"');
    expect((await word.bytes()).subarray(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });

  it('open for who may read the plan, and for nobody else', async () => {
    const { school, pupilId, path } = await withPlan();
    const ta = await given.person(school, 'ta');
    expect((await ta.browser.get(`${path}/faces/passport`)).status).toBe(404);
    await givenPupils.taughtBy(school, pupilId, ta.personId);
    expect((await ta.browser.get(`${path}/faces/passport`)).status).toBe(200);
    const office = await given.person(school, 'office');
    const other = await given.person(await given.school(), 'senco');
    for (const part of [
      '/faces',
      '/faces/passport',
      '/faces/passport/plan.pdf',
      '/faces/passport/plan.docx',
      '/compare',
    ]) {
      expect((await office.browser.get(`${path}${part}`)).status).toBe(403);
      expect((await other.browser.get(`${path}${part}`)).status).toBe(404);
    }
  });
});

describe('two plans side by side', () => {
  it('are any two numbers, with what differs marked', async () => {
    const { senco, path } = await withPlan({ cycles: 3 });
    const { $ } = await senco.browser.get(`${path}/compare?from=1&to=3`);
    expect($('del').text()).toContain('10');
    expect($('ins').text()).toContain('30');
    expect($('main').text()).not.toContain('20 words');
    const newest = await senco.browser.get(`${path}/compare`);
    expect(newest.$('del').text()).toContain('20');
    expect((await senco.browser.get(`${path}/compare?from=2&to=2`)).text).toContain('They say the same');
  });

  it('need two', async () => {
    const { senco, path } = await withPlan();
    expect((await senco.browser.get(`${path}/compare`)).text).toContain('no two plans to compare yet');
  });
});
