import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { recordCaseEvent } from '#src/modules/ehcp/index.ts';
import * as given from '#test/given.ts';
import { fileOf, importIdOf, takeInAs } from '#test/given-imports.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const bring = (who: given.Person, lines: readonly string[]) =>
  who.browser.post('/imports/ehc-plans/new', { file: fileOf(lines.join('\r\n'), 'ehcps.csv') });

const heads = 'UPN,Name,DOB,Local authority,Date plan made,Last decision,Next meeting';

const casesOf = (school: given.School) =>
  asOwner<{ name: string; authority: string | null; events: string }>(
    `select l.surname as name, a.name as authority,
       (select string_agg(e.name || ' ' || e.happened_on, ', ' order by e.happened_on, e.name) from app.case_events e
        where e.case_id = c.case_id) as events
     from app.cases c join app.pupil_lines l on l.pupil_id = c.pupil_id
     left join app.authorities a on a.authority_id = c.authority_id
     where c.school_id = $1 and c.kind = 'annual-review' order by 1, 2`,
    [school.schoolId],
  );

async function world() {
  const school = await given.school();
  const ada = givenPupils.upn();
  await givenPupils.pupil(school, { forename: 'Ada', surname: 'Vane', upn: ada, bornOn: '2016-03-04' });
  await givenPupils.pupil(school, { forename: 'Bo', surname: 'Quill', bornOn: '2018-02-03' });
  await givenPupils.pupil(school, { forename: 'Bo', surname: 'Quill', bornOn: '2017-06-07' });
  return { school, ada, senco: await given.person(school, 'senco') };
}

describe('a spreadsheet of EHC plans (rule intake-3)', () => {
  it('is reviewed, opens the reviews, fills Reviews, brings nothing new again, and is undone', async () => {
    const { school, ada, senco } = await world();
    const file = [
      heads,
      `${ada},,,Camden Council,09/03/2024,10/12/2025,03/12/2026`,
      `,"Quill, Bo",03/02/2018,203,14/05/2026,,`,
    ];
    const importId = importIdOf(await bring(senco, file));
    const shown = await senco.browser.get(`/imports/${importId}`);
    expect(shown.text).toContain('Camden is added to the school’s authorities');
    expect(await casesOf(school)).toEqual([]);
    await takeInAs(school, senco, importId);
    expect(await casesOf(school)).toEqual([
      { name: 'Quill', authority: 'Greenwich', events: 'planMade 2026-05-14' },
      {
        name: 'Vane',
        authority: 'Camden',
        events: 'planMade 2024-03-09, lastDecisionSent 2025-12-10, meeting 2026-12-03',
      },
    ]);
    const reviews = await senco.browser.get('/reviews?due=all');
    expect(reviews.text).toContain('Vane, Ada');
    expect(reviews.text).toContain('12 months starting with Wed 10 Dec 2025 end on Wed 9 Dec 2026');
    const again = importIdOf(await bring(senco, file));
    const [kept] = await asOwner<{ counts: unknown }>('select counts from app.imports where import_id = $1', [
      again,
    ]);
    expect(kept?.counts).toMatchObject({ read: 2, new: 0, unchanged: 2 });
    expect((await senco.browser.post(`/imports/${importId}/undo`)).goesTo).toBe(`/imports/${importId}`);
    expect(await casesOf(school)).toEqual([]);
    expect((await senco.browser.get('/reviews?due=all')).text).toContain('Nothing is due here');
    expect(await asOwner('select 1 from app.authorities where school_id = $1', [school.schoolId])).toEqual(
      [],
    );
  });

  it('explains each row that it cannot take', async () => {
    const { ada, senco } = await world();
    const importId = importIdOf(
      await bring(senco, [
        heads,
        `,"Quill, Bo",,Camden,09/03/2024,,`,
        `${ada},,,Atlantis,09/03/2024,,`,
        `${ada},,,Camden,09/03/2062,,`,
        `${ada},,,Camden,09/03/2027,,`,
        `${ada},,,Camden,31/02/2024,,`,
        `${ada},,,Camden,09/03/2015,,`,
        `${ada},,,Camden,,,`,
        `${ada},,,Camden,09/03/2025,10/12/2024,`,
        `${ada},,,Camden,,10/12/2025,03/12/2062`,
      ]),
    );
    const { text } = await senco.browser.get(`/imports/${importId}?show=unread`);
    for (const words of [
      'Several pupils have this name',
      'No authority is called ‘Atlantis’',
      'The day on which the plan was made cannot be read: ‘09/03/2062’',
      '9 March 2027 has not come yet',
      'The day on which the plan was made cannot be read: ‘31/02/2024’',
      'The plan was made on 9 March 2015, before the pupil was born',
      'There is no day: give the day the plan was made',
      'cannot be before',
      'The day of the next meeting cannot be read: ‘03/12/2062’',
    ])
      expect(text).toContain(words);
  });

  it('tells two plans of one pupil apart from one plan that stands there twice', async () => {
    const { school, ada, senco } = await world();
    const importId = importIdOf(
      await bring(senco, [
        heads,
        `${ada},,,Camden,09/03/2024,10/12/2025,`,
        `${ada},,,London Borough of Camden,09/03/2023,,`,
        `${ada},,,Islington,01/09/2026,,`,
      ]),
    );
    expect((await senco.browser.get(`/imports/${importId}?show=unread`)).text).toContain(
      'Row 2 has a plan of this pupil from the same authority',
    );
    expect((await senco.browser.get(`/imports/${importId}?show=new`)).text).toContain(
      'Row 2 has a plan of this pupil from another authority: each gets a review of its own',
    );
    await takeInAs(school, senco, importId);
    expect((await casesOf(school)).map(({ authority }) => authority)).toEqual(['Camden', 'Islington']);
    const other = importIdOf(await bring(senco, [heads, `${ada},,,Camden,09/03/2024,11/12/2025,`]));
    expect((await senco.browser.get(`/imports/${other}?show=unread`)).text).toContain(
      'A review of this plan is open already, with other days',
    );
  });

  it('leaves a review whole of which something was recorded since', async () => {
    const { school, ada, senco } = await world();
    const importId = importIdOf(
      await bring(senco, [
        heads,
        `${ada},,,Camden,09/03/2024,10/12/2025,`,
        `,"Quill, Bo",03/02/2018,Camden,14/05/2026,,`,
      ]),
    );
    await takeInAs(school, senco, importId);
    const [vane] = await asOwner<{ id: string }>(
      `select c.case_id as id from app.cases c join app.pupil_lines l on l.pupil_id = c.pupil_id
       where c.school_id = $1 and l.surname = 'Vane'`,
      [school.schoolId],
    );
    await given.inSchool(school, (tx) =>
      recordCaseEvent(tx, { caseId: vane?.id ?? '', name: 'meeting', happenedOn: schoolDate('2026-11-12') }),
    );
    await senco.browser.post(`/imports/${importId}/undo`);
    expect(await casesOf(school)).toEqual([
      {
        name: 'Vane',
        authority: 'Camden',
        events: 'planMade 2024-03-09, lastDecisionSent 2025-12-10, meeting 2026-11-12',
      },
    ]);
  });

  it('is refused when it is no table of EHC plans, and for those who run no cases', async () => {
    const { school, senco } = await world();
    expect(errorsShown(await bring(senco, ['Surname,Forename', 'Vane,Ada']))).toEqual([
      'The file has no EHC plans: look below how it may look',
    ]);
    for (const role of ['office', 'teacher', 'head'] as const)
      expect((await (await given.person(school, role)).browser.get('/imports/ehc-plans/new')).status).toBe(
        403,
      );
  });
});
