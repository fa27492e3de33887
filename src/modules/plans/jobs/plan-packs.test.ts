import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { PersonId, PupilId } from '#src/kernel/ids.ts';
import * as given from '#test/given.ts';
import * as givenPlans from '#test/given-issued-plans.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown, sessionCookie } from '#test/http.ts';
import { app, asOwner, program } from '#test/worker-database.ts';
import forgetPlanPacks from './forget-plan-packs.job.ts';
import makePlanPack from './make-plan-pack.job.ts';

async function schoolWithPlans(count: number) {
  const school = await given.school();
  const pupilIds: PupilId[] = [];
  for (let at = 0; at < count; at++) {
    const pupilId = await givenPupils.pupil(school);
    await givenPlans.plans(school, pupilId, { words: `Reads page ${at + 1} alone` });
    pupilIds.push(pupilId);
  }
  return { school, pupilIds };
}

const packAt = (address: string | null | undefined) => address?.split('/').at(-1) ?? '';
const make = (school: given.School, personId: PersonId, planPackId: string) =>
  makePlanPack.run({ schoolId: school.schoolId, personId, planPackId }, { program });
const whole = { groupId: 'school', templateKey: 'support-plan', print: 'usual' };

describe('a pack of plans', () => {
  it('is asked for, made with the eyes of who asked, and downloaded as one tagged PDF with bookmarks', async () => {
    const { school, pupilIds } = await schoolWithPlans(3);
    await givenPupils.pupil(school);
    const senco = await given.person(school, 'senco');
    const address = (await senco.browser.post('/school/packs/new', whole)).goesTo;
    expect((await senco.browser.get(address ?? '')).text).toContain('Reading the plans and laying them out');
    expect((await senco.browser.get(`${address}/pack.pdf`)).status).toBe(404);
    await make(school, senco.personId, packAt(address));
    await make(school, senco.personId, packAt(address));
    expect((await senco.browser.get(address ?? '')).text).toContain('3 plans as one tagged PDF');
    const cookie = await sessionCookie(senco.personId, school.schoolId);
    const sent = await app.request(`http://localhost:3000${address}/pack.pdf`, { headers: { cookie } });
    const pdf = await getDocumentProxy(await sent.bytes());
    const { text } = await extractText(pdf, { mergePages: true });
    for (const words of ['Reads page 1 alone', 'Reads page 2 alone', 'Reads page 3 alone'])
      expect(text).toContain(words);
    const marked: { Marked?: boolean } | null = await pdf.getMarkInfo();
    expect(marked?.Marked).toBe(true);
    expect(JSON.stringify(await (await pdf.getPage(2)).getStructTree())).toContain('"H1"');
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Language: 'en-GB', Title: 'SEN support plan: The whole school' });
    expect((await pdf.getOutline()).length).toBe(3);
    const [view] = await asOwner<{ pupils: string[] }>(
      `select pupil_ids as pupils from app.views where person_id = $1 and page like '%pack.pdf'`,
      [senco.personId],
    );
    expect(new Set(view?.pupils)).toEqual(new Set(pupilIds));
  });

  it('holds for a teacher the pupils they teach, and opens for nobody else', async () => {
    const { school, pupilIds } = await schoolWithPlans(2);
    const [near] = pupilIds;
    if (near === undefined) throw new Error('a pupil');
    const teacher = await given.person(school, 'teacher');
    await givenPupils.taughtBy(school, near, teacher.personId);
    const address = (await teacher.browser.post('/school/packs/new', whole)).goesTo;
    await make(school, teacher.personId, packAt(address));
    expect((await teacher.browser.get(address ?? '')).text).toContain('1 plan as one tagged PDF');
    const senco = await given.person(school, 'senco');
    for (const path of [address ?? '', `${address}/pack.pdf`])
      expect((await senco.browser.get(path)).status).toBe(404);
    await asOwner(`update app.reach set until_on = '2026-11-23' where person_id = $1`, [teacher.personId]);
    expect((await teacher.browser.get(`${address}/pack.pdf`)).status).toBe(404);
  });

  it('is not made when who asked may not read a plan any more', async () => {
    const { school } = await schoolWithPlans(1);
    const senco = await given.person(school, 'senco');
    const address = (await senco.browser.post('/school/packs/new', whole)).goesTo;
    await asOwner(`update app.memberships set until_on = '2026-11-23' where person_id = $1`, [
      senco.personId,
    ]);
    await make(school, senco.personId, packAt(address));
    const [row] = await asOwner<{ state: string }>('select state from app.plan_packs where person_id = $1', [
      senco.personId,
    ]);
    expect(row?.state).toBe('failed');
  });

  it('is of chosen pupils, and refuses none, a group that is gone, and a template that is not offered', async () => {
    const { school, pupilIds } = await schoolWithPlans(2);
    const senco = await given.person(school, 'senco');
    const chosen = { pupilIds: pupilIds[1] ?? '', templateKey: 'passport', print: 'large' };
    const address = (await senco.browser.post('/school/packs/chosen', chosen)).goesTo;
    expect((await senco.browser.get(address ?? '')).$('h1').text()).toBe('Chosen pupils: 1 plan');
    const { pupilIds: _, ...nobody } = chosen;
    expect(errorsShown(await senco.browser.post('/school/packs/chosen', nobody))).toEqual([
      'Select at least one pupil',
    ]);
    const refused = async (over: Record<string, string>) =>
      errorsShown(await senco.browser.post('/school/packs/new', { ...whole, ...over }));
    expect(await refused({ groupId: school.schoolId })).toEqual(['Select one of the groups of today']);
    expect(await refused({ templateKey: 'gone' })).toEqual(['Select one of the templates that are offered']);
    const empty = await given.person(await given.school(), 'senco');
    expect(errorsShown(await empty.browser.post('/school/packs/new', whole))).toEqual([
      'None of these pupils has an issued plan that you may read.',
    ]);
  });

  it('is forgotten after a week', async () => {
    const { school } = await schoolWithPlans(1);
    const senco = await given.person(school, 'senco');
    const kept = await senco.browser.post('/school/packs/new', whole);
    const old = await senco.browser.post('/school/packs/new', whole);
    await asOwner(
      `update app.plan_packs set asked_at = asked_at - interval '8 days' where plan_pack_id = $1`,
      [packAt(old.goesTo)],
    );
    await forgetPlanPacks.run({}, { program });
    expect((await senco.browser.get(old.goesTo ?? '')).status).toBe(404);
    expect((await senco.browser.get(kept.goesTo ?? '')).status).toBe(200);
  });
});
