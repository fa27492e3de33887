import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import type { ImportId } from '#src/kernel/ids.ts';
import * as given from '#test/given.ts';
import { fileOf, importIdOf, takeInAs } from '#test/given-imports.ts';
import * as givenProvision from '#test/given-provision.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const bringTo =
  (path: string) =>
  (who: given.Person, file: string, more: Record<string, string> = {}) =>
    who.browser.post(path, { file: fileOf(file, 'list.csv'), ...more });
const bringScores = bringTo('/imports/scores/new');
const bringProvision = bringTo('/imports/provision/new');

const resultsOf = (school: given.School) =>
  asOwner<{ measure: string; score: number; day: string }>(
    `select measure_key as measure, score, on_date::text as day from app.results
     where school_id = $1 and withdrawn_at is null order by on_date, measure_key, score`,
    [school.schoolId],
  );
const countsOf = async (importId: ImportId) =>
  (await asOwner<{ counts: unknown }>('select counts from app.imports where import_id = $1', [importId]))[0]
    ?.counts;

async function world() {
  const school = await given.school();
  const ada = givenPupils.upn();
  await givenPupils.pupil(school, { forename: 'Ada', surname: 'Vane', upn: ada });
  await givenPupils.pupil(school, { forename: 'Bo', surname: 'Quill', bornOn: '2018-02-03' });
  await givenPupils.pupil(school, { forename: 'Bo', surname: 'Quill', bornOn: '2017-06-07' });
  return { school, ada, senco: await given.person(school, 'senco') };
}

describe('a spreadsheet of scores', () => {
  it('is reviewed, taken in, brought again without anything new, and undone', async () => {
    const { school, ada, senco } = await world();
    const file = [
      'UPN,Name,DOB,Measure,Score,Date',
      `${ada},,,NGRT SAS,85,14/09/2026`,
      `,"Quill, Bo",03/02/2018,ngrt age,7:03,14/09/2026`,
    ].join('\r\n');
    const importId = importIdOf(await bringScores(senco, file));
    const shown = await senco.browser.get(`/imports/${importId}`);
    expect(shown.text).toContain('NGRT reading, standard age score');
    expect(shown.text).toContain('7 years 3 months');
    expect(await resultsOf(school)).toEqual([]);
    await takeInAs(school, senco, importId);
    const held = [
      { measure: 'ngrt-age', score: 87, day: '2026-09-14' },
      { measure: 'ngrt-sas', score: 85, day: '2026-09-14' },
    ];
    expect(await resultsOf(school)).toEqual(held);
    const again = importIdOf(await bringScores(senco, file));
    expect(await countsOf(again)).toMatchObject({ read: 2, new: 0, unchanged: 2 });
    expect((await senco.browser.post(`/imports/${importId}/undo`)).goesTo).toBe(`/imports/${importId}`);
    expect(await resultsOf(school)).toEqual([]);
  });

  it('is read with a column for each measure, and the day said when it is brought', async () => {
    const { school, senco } = await world();
    const file = ['Surname,Forename,NGRT SAS,YARC accuracy', 'Vane,Ada,85,', 'Nobody,Zed,90,91'].join('\r\n');
    const day = { 'on-day': '14', 'on-month': '9', 'on-year': '2026' };
    const importId = importIdOf(await bringScores(senco, file, day));
    expect((await senco.browser.get(`/imports/${importId}?show=new`)).text).toContain(
      'Found by the name alone',
    );
    const faults = await senco.browser.get(`/imports/${importId}?show=unread`);
    expect(faults.text).toContain('No pupil here has this name');
    await takeInAs(school, senco, importId);
    expect(await resultsOf(school)).toEqual([{ measure: 'ngrt-sas', score: 85, day: '2026-09-14' }]);
  });

  it('never guesses a pupil, a measure, a scale or a day', async () => {
    const { ada, senco } = await world();
    const file = [
      'UPN,Name,Measure,Score,Date',
      `,"Quill, Bo",NGRT SAS,85,14/09/2026`,
      `${givenPupils.upn()},"Vane, Ada",NGRT SAS,85,14/09/2026`,
      `${ada},,NGRT,85,14/09/2026`,
      `${ada},,Owl test,85,14/09/2026`,
      `${ada},,NGRT SAS,200,14/09/2026`,
      `${ada},,NGRT SAS,good,14/09/2026`,
      `${ada},,NGRT SAS,85,14/09/2027`,
      `${ada},,NGRT SAS,85,`,
      `${ada},,NGRT SAS,86,15/09/2026`,
      `${ada},,NGRT SAS,87,15/09/2026`,
    ].join('\r\n');
    const importId = importIdOf(await bringScores(senco, file));
    expect(await countsOf(importId)).toMatchObject({ read: 10, new: 1 });
    const { text } = await senco.browser.get(`/imports/${importId}?show=unread`);
    for (const words of [
      'Several pupils have this name',
      'The UPN is not known here',
      'It may be: NGRT reading, standard age score; NGRT reading, stanine; NGRT reading age',
      'No measure is called ‘Owl test’',
      '200 is outside the scale',
      '‘good’ is no number',
      'There is no day of the test',
      'Row 10 has a score of the same measure and day',
    ])
      expect(text).toContain(words);
  });

  it('is refused when it is no table of scores, and for those who do not run provision', async () => {
    const { school, senco } = await world();
    expect(errorsShown(await bringScores(senco, 'Surname,Forename\r\nVane,Ada'))).toEqual([
      'The file has no scores: look below how it may look',
    ]);
    expect((await senco.browser.post('/imports/scores/new', {})).status).toBe(422);
    expect((await (await given.person(school, 'office')).browser.get('/imports/scores/new')).status).toBe(
      403,
    );
  });
});

const map = [
  'Provision,Pupils,Staff,Day,Time,Minutes,From,Weeks',
  'Talk Boost KS1,"Ada Vane; Zed Nobody",Doyle,"Mon, Wed",9.30,20,07/09/2026,10',
  'Reading café,Ada Vane,Somebody Else,Fri,,30,07/09/2026,',
  'Lost group,Zed Nobody,,Mon,9.00,30,07/09/2026,10',
  'Backwards,Ada Vane,,Sat,9.00,30,07/09/2026,10',
].join('\r\n');

const runsOf = (school: given.School) =>
  asOwner<{
    name: string;
    entry: string | null;
    until: string | null;
    pupils: number;
    slots: number;
    staff: number;
  }>(
    `select name, entry_key as entry, until_on::text as until,
       (select count(*)::int from app.run_pupils p where p.run_id = r.run_id) as pupils,
       (select count(*)::int from app.run_slots s where s.run_id = r.run_id) as slots,
       (select count(*)::int from app.run_staff s where s.run_id = r.run_id) as staff
     from app.runs r where school_id = $1 order by name`,
    [school.schoolId],
  );

describe('a spreadsheet of provision', () => {
  it('becomes runs with their pupils, adults and times, once, and is undone', async () => {
    const { school, senco } = await world();
    await givenSchool.staff(school, { code: 'Doyle' });
    const importId = importIdOf(await bringProvision(senco, map));
    expect(await countsOf(importId)).toMatchObject({ read: 4, new: 2 });
    const review = await senco.browser.get(`/imports/${importId}?show=new`);
    expect(review.text).toContain('Monday at 09:30, 20 minutes; Wednesday at 09:30, 20 minutes');
    expect(review.text).toContain('Zed Nobody: No pupil here has this name');
    expect(review.text).toContain('Somebody Else: nobody on the staff');
    const faults = await senco.browser.get(`/imports/${importId}?show=unread`);
    expect(faults.text).toContain('No pupil of it is known');
    expect(faults.text).toContain('‘Sat’ is no day from Monday to Friday');
    await takeInAs(school, senco, importId);
    expect(await runsOf(school)).toEqual([
      { name: 'Reading café', entry: null, until: null, pupils: 1, slots: 1, staff: 0 },
      { name: 'Talk Boost KS1', entry: 'talk-boost-ks1', until: '2026-11-13', pupils: 1, slots: 2, staff: 1 },
    ]);
    const again = importIdOf(await bringProvision(senco, map));
    expect(await countsOf(again)).toMatchObject({ new: 0, unchanged: 2 });
    await senco.browser.post(`/imports/${importId}/undo`);
    expect(await runsOf(school)).toEqual([]);
  });

  it('leaves a run whole of which a session was logged since', async () => {
    const { school, senco } = await world();
    const importId = importIdOf(await bringProvision(senco, map));
    await takeInAs(school, senco, importId);
    const [used] = await asOwner<{ id: string }>(
      `select run_id as id from app.runs where school_id = $1 and name = 'Talk Boost KS1'`,
      [school.schoolId],
    );
    await givenProvision.session(school, {
      runId: used?.id ?? '',
      slotId: null,
      on: schoolDate('2026-09-08'),
    });
    await senco.browser.post(`/imports/${importId}/undo`);
    expect(await runsOf(school)).toMatchObject([{ name: 'Talk Boost KS1', pupils: 1, slots: 2 }]);
  });
});
