import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown, valueBeside } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';
import { readKeptFor } from '../domain/kept-for.ts';

/** A pupil of long ago who never had SEN: 25 years after birth have passed. */
async function withLeaver() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school, {
    forename: 'Ada',
    surname: 'Quillfeather',
    bornOn: '1999-05-03',
    fromOn: schoolDate('2004-09-01'),
    untilOn: schoolDate('2010-07-20'),
  });
  const { browser } = await given.person(school, 'senco');
  return { school, pupilId, browser, address: `/school/retention/${pupilId}` };
}

describe('what is kept, and how long', () => {
  it('shows every table with what it is for and its period, and each is declared and described', async () => {
    const { browser } = await given.person(await given.school(), 'head');
    const read = await browser.get('/school/kept');
    expect(read.status).toBe(200);
    const tables = await asOwner<{ name: string; comment: string | null }>(
      `select c.relname as name, obj_description(c.oid, 'pg_class') as comment from pg_class c
       join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('app', 'auth') and c.relkind = 'r' order by 1`,
    );
    const rows = read.$('.sheet tbody tr:not(.group)');
    expect(rows.length).toBe(tables.length);
    expect(tables.filter(({ comment }) => readKeptFor(comment) === null)).toEqual([]);
    expect(read.text).not.toContain('Not described yet');
    expect(read.text).not.toContain('Not declared');
    expect(read.text).toContain('Shipped, as practice and not law');
  });

  it('lets the SENCO settle other years, with a reason', async () => {
    const school = await given.school();
    const { browser } = await given.person(school, 'senco');
    const refusedWith = errorsShown(
      await browser.post('/school/kept/years', { sen_pupil: '5', pupil: '25' }),
    );
    expect(refusedWith).toEqual([
      'Pupils who ever had SEN: years after birth must be 19 or more',
      'Enter why the school keeps records for so long',
    ]);
    await browser.post('/school/kept/years', {
      sen_pupil: '35',
      pupil: '25',
      why: 'The authority asks for it',
    });
    const read = await browser.get('/school/kept');
    expect(valueBeside(read, 'Pupils who ever had SEN: the whole file')).toContain(
      '35 years after birthSettled by this school: The authority asks for it. Shipped: 31 years.',
    );
    const [event] = await asOwner(
      `select why, changes from app.events where school_id = $1 and type = 'RetentionYearsSet'`,
      [school.schoolId],
    );
    expect(event).toEqual({
      why: 'The authority asks for it',
      changes: { sen_pupil: { before: 31, after: 35 } },
    });
  });
});

describe('records whose time has ended', () => {
  it('says calmly when there are none', async () => {
    const { browser } = await given.person(await given.school(), 'senco');
    expect((await browser.get('/school/retention')).text).toContain('Nobody’s period has ended');
  });

  it('are listed with the sum, reviewed, confirmed by name and removed', async () => {
    const { browser, address, pupilId } = await withLeaver();
    const list = await browser.get('/school/retention');
    expect(list.text).toContain('Born 3 May 1999, never had SEN: 25 years after birth is 3 May 2024');
    expect((await browser.get(address)).text).toContain('Names, year group, background and address');
    expect((await browser.get(`${address}/remove`)).text).toContain('Nobody has asked to remove');
    expect(errorsShown(await browser.post(address, { why: '' }))).toEqual(['Enter why the records go']);
    expect((await browser.post(address, { why: 'Time' })).goesTo).toBe(`${address}/remove`);
    const wrong = await browser.post(`${address}/remove`, { name: 'Ada', version: '1' });
    expect([wrong.status, errorsShown(wrong)]).toEqual([422, ['Enter Ada Quillfeather to confirm']]);
    const done = await browser.post(`${address}/remove`, { name: 'ada  quillfeather', version: '1' });
    expect(done.goesTo).toBe('/school/retention');
    const after = await browser.get('/school/retention');
    expect(after.text).not.toContain('Quillfeather');
    expect(after.text).toContain(pupilId);
    expect((await browser.get(`/pupils/${pupilId}`)).status).toBe(404);
    expect((await browser.post(`${address}/remove`, { name: 'x', version: '1' })).status).toBe(404);
  });

  it('stay when the wish is taken back, and when they are held', async () => {
    const { browser, address, pupilId } = await withLeaver();
    await browser.post(address, { why: 'Time' });
    expect((await browser.post(`${address}/keep`)).goesTo).toBe('/school/retention');
    expect((await browser.get(`${address}/remove`)).text).toContain('Nobody has asked to remove');
    await browser.post(`/pupils/${pupilId}/hold`, {
      kind: 'inquiry',
      why: 'An inquiry',
      'fromOn-day': '1',
      'fromOn-month': '11',
      'fromOn-year': '2026',
    });
    const tried = await browser.post(address, { why: 'Time' });
    expect(tried.status).toBe(422);
    expect(tried.text).toContain('The records are held: end the hold first');
    expect((await browser.get('/school/retention')).text).toContain('Held');
  });

  it('are not offered for a pupil on roll', async () => {
    const school = await given.school();
    const pupilId = await givenPupils.pupil(school);
    const { browser } = await given.person(school, 'senco');
    const read = await browser.get(`/school/retention/${pupilId}`);
    expect(read.text).toContain('The pupil is on roll');
    expect((await browser.post(`/school/retention/${pupilId}`, { why: 'Time' })).status).toBe(422);
  });

  it('are read by the head and removed by the SENCO alone, of this school alone', async () => {
    const { school, address } = await withLeaver();
    const head = (await given.person(school, 'head')).browser;
    const list = await head.get('/school/retention');
    expect([list.status, list.$(`a[href="${address}"]`).length]).toEqual([200, 0]);
    expect((await head.post(`${address}/remove`, {})).status).toBe(403);
    expect((await (await given.person(school, 'safeguarding_lead')).browser.get('/school/kept')).status).toBe(
      403,
    );
    const elsewhere = await given.person(await given.school(), 'senco');
    expect((await elsewhere.browser.get(address)).status).toBe(404);
  });
});
