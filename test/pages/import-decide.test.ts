import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { learnFacts } from '#src/modules/pupils/index.ts';
import { listCurrentFacts } from '#src/modules/pupils/queries/find-pupil.ts';
import { listIdentifiers } from '#src/modules/pupils/queries/list-identifiers.ts';
import { makeCtfHeader } from '#test/files/make-ctf.ts';
import { makeUpn } from '#test/files/make-upn.ts';
import { sampleBytes } from '#test/files/read-sample.ts';
import * as given from '#test/given.ts';
import { bring, imported, importIdOf, takeInAs, wholeSchool } from '#test/given-imports.ts';
import { byHand, pupil } from '#test/given-pupils.ts';
import { errorsShown, type Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const upn = makeUpn(12);
const heads = 'UPN,Surname,Forename,DOB,Year Group,Reg Group';
const roll = (row: string): string => `${heads}\r\n${row}`;

const factsOf = (school: given.School, pupilId: PupilId): Promise<Record<string, string>> =>
  given.inSchool(school, async (tx) =>
    Object.fromEntries(
      ((await listCurrentFacts(tx, [pupilId])).get(pupilId) ?? []).map(({ kind, value }) => [kind, value]),
    ),
  );
const identifiersOf = (school: given.School, pupilId: PupilId) =>
  given.inSchool(school, async (tx) =>
    (await listIdentifiers(tx, pupilId)).map(({ kind, value }) => `${kind} ${value}`).sort(),
  );
const choicesOn = ({ $ }: Read): string[] =>
  $('input[type=radio]')
    .toArray()
    .map((input) =>
      $(`label[for="${$(input).attr('id')}"]`)
        .text()
        .trim(),
    );
const chosen = ({ $ }: Read, label: string): string =>
  $('label')
    .toArray()
    .filter((one) => $(one).text().trim().startsWith(label))
    .map((one) => $(`#${$(one).attr('for')}`).attr('value') ?? '')[0] ?? '';

/** Opens a record, says something of it, and answers what came of that. */
async function decide({ browser }: given.Person, address: string, label: string): Promise<Read> {
  const shown = await browser.get(address);
  const version = shown.$('input[name=version]').attr('value') ?? '';
  return browser.post(address, { version, choice: chosen(shown, label) });
}

/** A pupil of whom a person wrote another year group than the file will say. */
async function writtenOver(school: given.School): Promise<PupilId> {
  const pupilId = await pupil(school, { upn, bornOn: '2018-05-03', yearGroup: '4' });
  await given.inSchool(school, (tx) =>
    learnFacts(tx, {
      pupilId,
      told: byHand,
      facts: [{ kind: 'year_group', value: '3', fromOn: schoolDate('2026-10-01') }],
    }),
  );
  return pupilId;
}

describe('what a person wrote in Sendero', () => {
  const row = `${upn},Okafor,Amara,03/05/2018,4,`;

  it('is marked as theirs and stays, though the rest is taken', async () => {
    const school = await given.school();
    const pupilId = await writtenOver(school);
    const senco = await given.person(school, 'senco');
    const importId = importIdOf(await bring(senco, `${heads},FSM\r\n${row},Y`));
    const shown = await senco.browser.get(`/imports/${importId}`);
    expect(shown.$('tbody tr').first().text()).toContain('Yours: stays');
    await takeInAs(school, senco, importId);
    expect(await factsOf(school, pupilId)).toMatchObject({ year_group: '3', fsm: 'yes' });
    const after = await senco.browser.get(`/imports/${importId}?show=leftout`);
    expect(after.$('main').text()).toContain('Left as it is in Sendero: Year group.');
  });

  it('gives way when somebody decides so, and is history then', async () => {
    const school = await given.school();
    const pupilId = await writtenOver(school);
    const senco = await given.person(school, 'senco');
    const importId = importIdOf(await bring(senco, roll(row)));
    const address = `/imports/${importId}/rows/1`;
    expect((await senco.browser.get(`/imports/${importId}`)).$('main').text()).toContain(
      'Nothing in this file',
    );
    expect(choicesOn(await senco.browser.get(address))).toEqual([
      'Leave what is ours',
      'Take the file’s',
      'Leave this record out',
    ]);
    expect((await decide(senco, address, 'Take the file’s')).goesTo).toBe(
      `/imports/${importId}?show=changed`,
    );
    await takeInAs(school, senco, importId);
    expect(await factsOf(school, pupilId)).toMatchObject({ year_group: '4' });
    const history = await asOwner(
      `select value from app.pupil_facts where pupil_id = $1 and kind = 'year_group' order by from_on`,
      [pupilId],
    );
    expect(history).toEqual([{ value: '4' }, { value: '3' }, { value: '4' }]);
  });

  it('may be left out whole, and nothing of the record is taken', async () => {
    const school = await given.school();
    const pupilId = await writtenOver(school);
    const senco = await given.person(school, 'senco');
    const importId = importIdOf(await bring(senco, `${heads},FSM\r\n${row},Y`));
    await decide(senco, `/imports/${importId}/rows/1`, 'Leave this record out');
    const late = await senco.browser.get(`/imports/${importId}`);
    expect(late.$('main').text()).toContain('Nothing in this file would change');
    expect((await factsOf(school, pupilId))['fsm']).toBeUndefined();
  });
});

describe('who is meant', () => {
  it('is asked when only name and date of birth agree, and the answer is taken', async () => {
    const school = await given.school();
    const pupilId = await pupil(school, { upn: null, bornOn: '2018-05-03' });
    const senco = await given.person(school, 'senco');
    const importId = importIdOf(await bring(senco, roll(`${upn},Okafor,Amara,03/05/2018,5,`)));
    const address = `/imports/${importId}/rows/1`;
    const asked = await senco.browser.get(address);
    expect(choicesOn(asked)).toEqual([
      'Same pupil as Amara Okafor, born 3 May 2018',
      'Another child: add as new',
      'Leave this record out',
    ]);
    expect((await decide(senco, address, 'Same pupil')).goesTo).toBe(address);
    const review = await senco.browser.get(`/imports/${importId}`);
    expect(review.$('main form button').first().text()).toBe('Take in 0 new and 1 changed');
    await takeInAs(school, senco, importId);
    expect(await identifiersOf(school, pupilId)).toEqual([`upn ${upn}`]);
    const views = await asOwner<{ ids: string[] }>(
      `select pupil_ids as ids from app.views where page = '/imports/:importId/rows/:rowNumber' and school_id = $1 limit 1`,
      [school.schoolId],
    );
    expect(views).toEqual([{ ids: [pupilId] }]);
  });

  it('may be another child, who is added', async () => {
    const school = await given.school();
    await pupil(school, { upn: null, bornOn: '2018-05-03' });
    const senco = await given.person(school, 'senco');
    const importId = importIdOf(await bring(senco, roll(`${upn},Okafor,Amara,03/05/2018,5,`)));
    await decide(senco, `/imports/${importId}/rows/1`, 'Another child');
    const review = await senco.browser.get(`/imports/${importId}`);
    expect(review.$('main form button').first().text()).toBe('Take in 1 new and 0 changed');
    await takeInAs(school, senco, importId);
    const [{ count } = { count: 0 }] = await asOwner<{ count: number }>(
      'select count(*)::int as count from app.pupils where school_id = $1',
      [school.schoolId],
    );
    expect(count).toBe(2);
  });

  it('is left out, and said to be, when nobody answers', async () => {
    const school = await given.school();
    await pupil(school, { upn: null, bornOn: '2018-05-03' });
    const done = await imported(school, roll(`${upn},Okafor,Amara,03/05/2018,5,`));
    expect([done.counts.new, done.counts.changed, done.leftOut]).toEqual([
      0,
      0,
      ['Nobody has said who is meant (1 rows).'],
    ]);
  });

  it('refuses an answer that is none, and one about a pupil of another record', async () => {
    const school = await given.school();
    const pupilId = await pupil(school, { upn: null, bornOn: '2018-05-03' });
    const senco = await given.person(school, 'senco');
    const twice = `${roll(`${upn},Okafor,Amara,03/05/2018,5,`)}\r\n${makeUpn(13)},Okafor,Amara,03/05/2018,5,`;
    const importId = importIdOf(await bring(senco, twice));
    const none = await senco.browser.post(`/imports/${importId}/rows/1`, { version: '1', choice: 'same:x' });
    expect([none.status, errorsShown(none)]).toEqual([422, ['Select what shall become of it']]);
    await decide(senco, `/imports/${importId}/rows/1`, 'Same pupil');
    const second = await decide(senco, `/imports/${importId}/rows/2`, 'Same pupil');
    expect([second.status, errorsShown(second)]).toEqual([
      422,
      ['Another record of the file is about this pupil already.'],
    ]);
    expect(pupilId).toBeTruthy();
  });

  it('is known by a former UPN, and by a temporary one that became permanent', async () => {
    const school = await given.school();
    const temporary = 'P20999992200A';
    const pupilId = await pupil(school, { upn: temporary, bornOn: '2018-05-03' });
    const file = `UPN,Former UPN,Surname,Forename,DOB\r\n${upn},${temporary},Okafor,Amara,03/05/2018`;
    const first = await imported(school, file);
    expect(first.counts).toMatchObject({ new: 0, changed: 1 });
    expect(await identifiersOf(school, pupilId)).toEqual([`former_upn ${temporary}`, `upn ${upn}`].sort());
    expect((await imported(school, file)).counts).toMatchObject({ new: 0, changed: 0, unchanged: 1 });
    const old = await imported(school, `UPN,Surname,Forename,DOB\r\n${temporary},Okafor,Amara,03/05/2018`);
    expect(old.counts).toMatchObject({ new: 0, changed: 0, unchanged: 1 });
  });
});

describe('names and parents', () => {
  it('in capitals only do not replace the same names written well', async () => {
    const school = await given.school();
    const pupilId = await pupil(school, {
      upn,
      forename: 'Renée',
      surname: 'O’Marrow',
      bornOn: '2018-05-03',
    });
    const done = await imported(school, roll(`${upn},O’MARROW,RENÉE,03/05/2018,4,`));
    expect(done.counts).toMatchObject({ changed: 0, unchanged: 1 });
    expect(await factsOf(school, pupilId)).toMatchObject({ legal_surname: 'O’Marrow' });
  });

  it('of brothers and sisters are one person, once', async () => {
    const school = await given.school();
    const parents = 'Contact 1 Name,Contact 1 Relationship,Contact 1 Mobile';
    const file = [
      `${heads},${parents}`,
      `${makeUpn(1)},Vane,Idris,03/05/2016,6,,Mrs Odile Vane,Mother,07700 900101`,
      `${makeUpn(2)},Vane,Zofia,04/06/2018,4,,Mrs Odile Vane,Mother,07700900101`,
    ].join('\r\n');
    await imported(school, file);
    const carers = await asOwner<{ pupils: number }>(
      'select cardinality(pupil_ids) as pupils from app.carers where school_id = $1',
      [school.schoolId],
    );
    expect(carers).toEqual([{ pupils: 2 }]);
  });

  it('without forenames are two when their titles differ', async () => {
    const school = await given.school();
    const file = `${heads},Contact 1 Name,Contact 2 Name\r\n${upn},Vane,Idris,03/05/2016,6,,Mrs Vane,Mr Vane`;
    await imported(school, file);
    const carers = await asOwner('select title from app.carers where school_id = $1 order by 1', [
      school.schoolId,
    ]);
    expect(carers).toEqual([{ title: 'Mr' }, { title: 'Mrs' }]);
  });
});

describe('a partial transfer file', () => {
  it('blanks nothing', async () => {
    const school = await given.school();
    await imported(school, sampleBytes('ctf/2099999_CTF_2099998_001.xml'), 'full.xml');
    const before = await wholeSchool(school);
    const senco = await given.person(school, 'senco');
    const [first] = await asOwner<{ upn: string; surname: string; forename: string; born: string }>(
      `select i.value as upn, p.born_on::text as born,
         (select value from app.pupil_facts f where f.pupil_id = p.pupil_id and kind = 'legal_surname') as surname,
         (select value from app.pupil_facts f where f.pupil_id = p.pupil_id and kind = 'legal_forename') as forename
       from app.pupils p join app.pupil_identifiers i on i.pupil_id = p.pupil_id and i.kind = 'upn'
       where p.school_id = $1 limit 1`,
      [school.schoolId],
    );
    const partial =
      `${makeCtfHeader({ qualifier: 'partial' })}<Pupil><UPN>${first?.upn}</UPN><Surname>${first?.surname}</Surname>` +
      `<Forename>${first?.forename}</Forename><DOB>${first?.born}</DOB></Pupil></CTFpupilData></CTfile>`;
    const importId = importIdOf(await bring(senco, partial, 'partial.xml'));
    const shown = await senco.browser.get(`/imports/${importId}`);
    expect(shown.$('main').text()).toContain('The file is partial');
    expect(shown.$('main').text()).toContain('Nothing in this file would change');
    const { pupils, pupil_facts: facts } = await wholeSchool(school);
    expect([pupils, facts]).toEqual([before['pupils'], before['pupil_facts']]);
  });
});
