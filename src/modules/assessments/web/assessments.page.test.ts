import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const on = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { 'on-day': date, 'on-month': month, 'on-year': year };
};
const score = { measure: 'ngrt-sas', score: '85', form: 'A', ...on('2026-09-14') };

async function pupilWithSenco() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  const senco = await given.person(school, 'senco');
  return { school, pupilId, senco, path: `/pupils/${pupilId}/assessments` };
}

const eventsOf = async (pupilId: string) =>
  (
    await asOwner<{ type: string; why: string | null }>(
      `select type, why from app.events where pupil_id = $1 and type like 'Result%' order by xmin::text::bigint, cmin::text::bigint`,
      [pupilId],
    )
  ).map(({ type, why }) => [type, why]);

describe('the scores of a pupil', () => {
  it('are added, shown as a picture and a table, and withdrawn with a reason', async () => {
    const { pupilId, senco, path } = await pupilWithSenco();
    expect((await senco.browser.get(path)).text).toContain('No scores yet');
    expect((await senco.browser.post(`${path}/new`, score)).goesTo).toBe(path);
    await senco.browser.post(`${path}/new`, { ...score, score: '92', form: 'B', ...on('2026-11-16') });
    const shown = await senco.browser.get(path);
    expect(shown.$('svg[role=img]').attr('aria-label')).toBe(
      'NGRT reading, standard age score: 85 in Sep 2026, 92 in Nov 2026',
    );
    expect(shown.$('tbody tr')).toHaveLength(2);
    expect(shown.text).toContain('A score that stays the same is expected progress');

    const [held] = await asOwner<{ id: string }>(
      'select result_id as id from app.results where pupil_id = $1 and score = 92',
      [pupilId],
    );
    const withdraw = `${path}/${held?.id}/withdraw`;
    expect(errorsShown(await senco.browser.post(withdraw, { why: '', version: '1' }))).toEqual([
      'Enter why it is withdrawn',
    ]);
    await senco.browser.post(withdraw, { why: 'Typed for the wrong pupil', version: '1' });
    expect((await senco.browser.get(path)).$('tbody tr')).toHaveLength(1);
    expect((await senco.browser.get(withdraw)).status).toBe(404);
    expect(await eventsOf(pupilId)).toEqual([
      ['ResultRecorded', null],
      ['ResultRecorded', null],
      ['ResultWithdrawn', 'Typed for the wrong pupil'],
    ]);
  });

  it('are refused outside the scale, in the future, before birth and twice', async () => {
    const { senco, path } = await pupilWithSenco();
    const said = async (of: Record<string, string>) =>
      errorsShown(await senco.browser.post(`${path}/new`, { ...score, ...of }));
    expect(await said({ score: '200' })).toEqual([
      '200 is outside the scale of NGRT reading, standard age score, which goes from 40 to 160',
    ]);
    expect(await said({ score: 'good' })).toEqual(['Score must be a number, like 85']);
    expect(await said({ measure: 'ngrt-age', score: '7.13' })).toEqual([
      'Score must be an age, like 7:03 or 7 years 3 months',
    ]);
    expect(await said({ measure: 'no-such' })).toEqual(['Select a measure of the list']);
    expect(await said(on('2026-12-01'))).toEqual(['The day of the test must be today or in the past']);
    expect(await said(on('2018-05-03'))).toEqual(['The day of the test must be after the pupil was born']);
    const both = await Promise.all([
      senco.browser.post(`${path}/new`, score),
      senco.browser.post(`${path}/new`, score),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
  });

  it('are read and added by who teaches the pupil, read by the assistant, hidden from others', async () => {
    const { school, pupilId, path } = await pupilWithSenco();
    const teacher = await given.person(school, 'teacher');
    await givenPupils.taughtBy(school, pupilId, teacher.personId);
    expect((await teacher.browser.post(`${path}/new`, score)).goesTo).toBe(path);
    const ta = await given.person(school, 'ta');
    await givenPupils.taughtBy(school, pupilId, ta.personId);
    expect((await ta.browser.get(path)).text).toContain('85');
    expect((await ta.browser.get(`${path}/new`)).status).toBe(403);
    expect((await (await given.person(school, 'teacher')).browser.get(path)).status).toBe(404);
    expect((await (await given.person(school, 'office')).browser.get(path)).status).toBe(403);
    const other = await given.person(await given.school(), 'senco');
    expect((await other.browser.get(path)).status).toBe(404);
  });
});

describe('the measures of a school', () => {
  it('are changed with the figures of the manual, which two who save at once do not overwrite', async () => {
    const { school, senco } = await pupilWithSenco();
    const page = '/school/measures/yarc-accuracy';
    const { $ } = await senco.browser.get(page);
    const typed = {
      name: 'YARC reading accuracy',
      domain: 'reading',
      kind: 'standard',
      lowest: '40',
      highest: '160',
      decimals: '0',
      direction: 'high',
      mean: '100',
      sd: '15',
      sem: '4.2',
      reliability: '',
      source: 'Manual, table 7',
      version: $('input[name=version]').attr('value') ?? '',
    };
    const both = await Promise.all([senco.browser.post(page, typed), senco.browser.post(page, typed)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
    const list = await senco.browser.get('/school/measures?domain=reading');
    expect(list.text).toContain('SEM 4.2');
    expect(list.text).not.toContain('CTOPP');
    const events = await asOwner(
      `select 1 from app.events where school_id = $1 and type = 'MeasureChanged'`,
      [school.schoolId],
    );
    expect(events).toHaveLength(1);
  });

  it('are added, used and taken off the lists; their scores stay', async () => {
    const { pupilId, senco, path, school } = await pupilWithSenco();
    const own = {
      name: 'Tricky words',
      domain: 'reading',
      kind: 'count',
      lowest: '0',
      highest: '45',
      decimals: '0',
      direction: 'high',
      version: '0',
    };
    expect(errorsShown(await senco.browser.post('/school/measures/new', { ...own, highest: '0' }))).toEqual([
      'Highest score must be above the lowest',
    ]);
    await senco.browser.post('/school/measures/new', own);
    const [{ key } = { key: '' }] = await asOwner<{ key: string }>(
      'select key from app.measures where school_id = $1',
      [school.schoolId],
    );
    await senco.browser.post(`${path}/new`, { ...score, measure: key, score: '12' });
    await senco.browser.post(`/school/measures/${key}/withdraw`, { why: 'Replaced', version: '1' });
    expect((await senco.browser.get(`/school/measures/${key}`)).status).toBe(404);
    expect((await senco.browser.get(path)).text).toContain('Tricky words');
    const late = { ...score, measure: key, score: '20', ...on('2026-10-01') };
    expect(errorsShown(await senco.browser.post(`${path}/new`, late))).toEqual([
      'Select a measure of the list',
    ]);
    expect(await eventsOf(pupilId)).toHaveLength(1);
  });

  it('are read by a teacher and changed by those who run the school', async () => {
    const { school } = await pupilWithSenco();
    const teacher = await given.person(school, 'teacher');
    expect((await teacher.browser.get('/school/measures')).status).toBe(200);
    expect((await teacher.browser.get('/school/measures/ngrt-sas')).status).toBe(403);
    const office = await given.person(school, 'office');
    expect((await office.browser.get('/school/measures')).status).toBe(403);
  });
});
