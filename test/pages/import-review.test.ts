import { describe, expect, it } from 'vitest';
import { sampleBytes } from '#test/files/read-sample.ts';
import * as given from '#test/given.ts';
import { bring, imported, importIdOf, runCommit, takeInAs, wholeSchool } from '#test/given-imports.ts';
import { pupil } from '#test/given-pupils.ts';
import { errorsShown, type Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const heads = 'UPN,Surname,Forename,DOB,Year Group,Reg Group';
const table = (...rows: readonly string[]): string => [heads, ...rows].join('\r\n');
const amara = 'J209999918001,Okafor,Amara,03/05/2018,4,4 Oak';

/** What a review's table says, a line for each row of it. */
const lines = ({ $ }: Read): string[] =>
  $('main tbody tr')
    .toArray()
    .map((row) =>
      $(row)
        .find('th, td')
        .toArray()
        .map((cell) => $(cell).text().trim())
        .join(' | '),
    );
const button = ({ $ }: Read): string => $('main form button').first().text();
const eventsOf = async (school: given.School): Promise<string[]> =>
  (
    await asOwner<{ type: string }>(
      `select type from app.events where school_id = $1 and subject_id is not null order by event_id`,
      [school.schoolId],
    )
  ).map(({ type }) => type);

describe('the list of imports', () => {
  it('says which files can be brought, and then each with its state and counts', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const empty = await senco.browser.get('/imports');
    expect(empty.$('h2').text()).toContain('Nothing imported yet');
    expect(empty.$('main ol li')).toHaveLength(5);
    await bring(senco, table(amara), 'roll.csv');
    const [line] = lines(await senco.browser.get('/imports'));
    expect(line).toBe(
      'roll.csvCSV table of pupils | To review | 1 | 0 | 0 | 24 Nov 2026, 9:00, by Mx Person',
    );
  });

  it('is for those who may import', async () => {
    const school = await given.school();
    const teacher = await given.person(school, 'teacher');
    for (const path of ['/imports', '/imports/new'])
      expect((await teacher.browser.get(path)).status).toBe(403);
    expect((await bring(teacher, table(amara))).status).toBe(403);
    expect(await asOwner('select 1 from app.imports where school_id = $1', [school.schoolId])).toEqual([]);
  });
});

describe('an import under review', () => {
  it('shows what is new, takes it in once, and says so', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const importId = importIdOf(await bring(senco, table(amara), 'roll.csv'));
    const shown = await senco.browser.get(`/imports/${importId}`);
    expect(button(shown)).toBe('Take in 1 new and 0 changed');
    expect(lines(shown)).toEqual(['2 | Okafor, Amara | Year group: Year 4 · Class: 4 Oak | ']);
    const version = shown.$('input[name=version]').attr('value') ?? '';
    const pressed = await senco.browser.post(`/imports/${importId}`, { version });
    expect([pressed.status, pressed.goesTo]).toEqual([303, `/imports/${importId}`]);
    const waiting = await senco.browser.get(`/imports/${importId}`);
    expect(waiting.$('[role=status]').text()).toContain('Taking the file in');
    expect(waiting.$('main').attr('data-refresh')).toBe('2');
    const other = await given.person(school, 'assistant_senco');
    const second = await other.browser.post(`/imports/${importId}`, { version });
    expect([second.status, second.text.includes('already')]).toEqual([422, true]);
    await runCommit(school, senco.personId, importId);
    const after = await senco.browser.get(`/imports/${importId}`);
    expect(after.$('main').text()).toContain('1 record taken in');
    expect(await eventsOf(school)).toEqual(expect.arrayContaining(['FileTakenIn', 'ImportCommitted']));
    const [count] = await asOwner<{ all: number; own: number }>(
      `select count(*)::int as all, count(*) filter (where import_id = $2)::int as own
       from app.events where school_id = $1 and pupil_id is not null`,
      [school.schoolId, importId],
    );
    expect(count?.all).toBeGreaterThan(0);
    expect(count?.own).toBe(count?.all);
  });

  it('lays old and new side by side, and records whom it showed', async () => {
    const school = await given.school();
    await imported(school, table(amara));
    const senco = await given.person(school, 'senco');
    const importId = importIdOf(await bring(senco, table(amara.replace(',4,4 Oak', ',5,5 Elm'))));
    const shown = await senco.browser.get(`/imports/${importId}`);
    expect(button(shown)).toBe('Take in 0 new and 1 changed');
    expect(lines(shown)).toEqual([
      '2 | Okafor, Amara | Year group | Year 4 | Year 5 | Taken',
      ' | Okafor, Amara | Class | 4 Oak | 5 Elm | Taken',
    ]);
    const views = await asOwner<{ count: number }>(
      `select cardinality(pupil_ids) as count from app.views where school_id = $1 and page = '/imports/:importId'`,
      [school.schoolId],
    );
    expect(views).toEqual([{ count: 1 }]);
  });

  it('lists who is missing, with a way to each', async () => {
    const school = await given.school();
    const pupilId = await pupil(school, { forename: 'Idris', surname: 'Vane' });
    const senco = await given.person(school, 'senco');
    const importId = importIdOf(await bring(senco, table(amara)));
    const shown = await senco.browser.get(`/imports/${importId}?show=missing`);
    expect(lines(shown)).toEqual(['Vane, Idris | Year 4 |  | 3 May 2018']);
    expect(shown.$(`a[href="/pupils/${pupilId}"]`)).toHaveLength(1);
  });

  it('says what cannot be read, with row, column, value, why and what to do, and gives it as CSV', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const wrong = 'A209999918001,Okafor,=HYPERLINK("http://x"),99/99/2018,4,4 Oak';
    const importId = importIdOf(
      await bring(senco, table(amara, wrong.replace('"', '""').replace('=', '=1+'))),
    );
    const shown = await senco.browser.get(`/imports/${importId}?show=unread`);
    expect(lines(shown).some((line) => line.startsWith('3 | UPN | A209999918001 | '))).toBe(true);
    const csv = await senco.browser.get(`/imports/${importId}/problems.csv`);
    expect(csv.headers.get('content-disposition')).toContain('import-problems.csv');
    expect(csv.text).toContain('cannot be read,3,UPN,A209999918001,');
    expect(csv.text).not.toMatch(/(^|,)[=+@]/m);
  });

  it('is set aside and then taken in by nobody', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const before = await wholeSchool(school);
    const importId = importIdOf(await bring(senco, table(amara)));
    const version =
      (await senco.browser.get(`/imports/${importId}`)).$('input[name=version]').attr('value') ?? '';
    expect((await senco.browser.post(`/imports/${importId}/set-aside`)).goesTo).toBe('/imports');
    const late = await senco.browser.post(`/imports/${importId}`, { version });
    expect(late.status).toBe(422);
    expect(await wholeSchool(school)).toEqual(before);
    expect(await eventsOf(school)).toContain('ImportSetAside');
  });

  it('says that the same file was taken in before, and that nothing would change', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const first = importIdOf(await bring(senco, table(amara)));
    await takeInAs(school, senco, first);
    const again = await senco.browser.get(`/imports/${importIdOf(await bring(senco, table(amara)))}`);
    expect(again.$(`a[href="/imports/${first}"]`)).toHaveLength(1);
    expect(again.$('main').text()).toContain('Nothing in this file would change what Sendero holds');
  });

  it('goes page by page', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const rows = Array.from({ length: 60 }, (_, at) => `,Vane${at},Idris,03/05/2018,4,4 Oak`);
    const importId = importIdOf(await bring(senco, table(...rows)));
    expect(lines(await senco.browser.get(`/imports/${importId}`))).toHaveLength(50);
    expect(lines(await senco.browser.get(`/imports/${importId}?show=new&page=2`))).toHaveLength(10);
  });
});

describe('an import that was taken in', () => {
  it('is undone as a whole, and only once', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const before = await wholeSchool(school);
    const importId = importIdOf(await bring(senco, sampleBytes('mis/sims-pupils.csv'), 'sims.csv'));
    await takeInAs(school, senco, importId);
    expect(await wholeSchool(school)).not.toEqual(before);
    const done = await senco.browser.post(`/imports/${importId}/undo`);
    expect(done.goesTo).toBe(`/imports/${importId}`);
    expect(await wholeSchool(school)).toEqual(before);
    const shown = await senco.browser.get(`/imports/${importId}`);
    expect(shown.$('main').text()).toMatch(/entries were taken back/);
    await senco.browser.post(`/imports/${importId}/undo`);
    expect((await senco.browser.get(`/imports/${importId}`)).text).toContain('there is nothing to undo');
    expect((await eventsOf(school)).filter((type) => type === 'ImportUndone')).toHaveLength(1);
  });
});

describe('the import of another school', () => {
  it('is not found, on any of its pages', async () => {
    const school = await given.school();
    const importId = importIdOf(await bring(await given.person(school, 'senco'), table(amara)));
    const stranger = await given.person(await given.school(), 'senco');
    for (const path of ['', '/columns', '/rows/1', '/problems.csv']) {
      expect([path, (await stranger.browser.get(`/imports/${importId}${path}`)).status]).toEqual([path, 404]);
    }
    for (const path of ['', '/columns', '/rows/1', '/set-aside', '/undo']) {
      const answer = await stranger.browser.post(`/imports/${importId}${path}`, {
        version: '1',
        choice: 'leave',
      });
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });
});

describe('the office', () => {
  const sen = `${heads},SEN Status\r\n${amara},K`;

  it('takes in names and classes, and is told that SEN is left out', async () => {
    const school = await given.school();
    const office = await given.person(school, 'office');
    const importId = importIdOf(await bring(office, sen));
    expect((await office.browser.get(`/imports/${importId}`)).$('main').text()).toContain(
      'SEN statuses and needs, attendance, suspensions and what else only staff may see are left out',
    );
    await takeInAs(school, office, importId);
    const counts = await asOwner(
      `select (select count(*)::int from app.pupils where school_id = $1) as pupils,
         (select count(*)::int from app.sen_statuses where school_id = $1) as statuses`,
      [school.schoolId],
    );
    expect(counts).toEqual([{ pupils: 1, statuses: 0 }]);
  });

  it('opens no import of somebody who sees SEN, and a SENCO who takes in theirs writes no more than they saw', async () => {
    const school = await given.school();
    const office = await given.person(school, 'office');
    const senco = await given.person(school, 'senco');
    const theirs = importIdOf(await bring(senco, sen));
    expect((await office.browser.get(`/imports/${theirs}`)).status).toBe(404);
    expect((await office.browser.get('/imports')).$('tbody a')).toHaveLength(0);
    const importId = importIdOf(await bring(office, sen));
    await takeInAs(school, senco, importId);
    const statuses = await asOwner('select 1 from app.sen_statuses where school_id = $1', [school.schoolId]);
    expect(statuses).toEqual([]);
  });
});

it('refuses a form without a file with a sentence at the field', async () => {
  const senco = await given.person(await given.school(), 'senco');
  const answer = await senco.browser.post('/imports/new', { file: new File([], '') });
  expect([answer.status, errorsShown(answer)]).toEqual([422, ['Select a file']]);
});
