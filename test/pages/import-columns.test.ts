import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { makeUpn } from '#test/files/make-upn.ts';
import * as given from '#test/given.ts';
import { bring, importIdOf, takeInAs } from '#test/given-imports.ts';
import { errorsShown, type Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

/** Headings of a school's own, which no list of ours knows, and words for a status that none knows either. */
const own = [
  'Our ref,Nachname,Vorname,Geburtstag,Stufe,Where on the ladder',
  `${makeUpn(1)},Vane,Idris,03/05/2018,4,Rung two`,
  `${makeUpn(2)},Quill,Zofia,04/06/2017,5,Rung zero`,
  `${makeUpn(3)},Moss,Renée,05/07/2016,6,Rung two`,
].join('\r\n');

const fieldOf = ({ $ }: Read, label: string): string =>
  $('label')
    .toArray()
    .filter((one) => $(one).text().trim() === label)
    .map((one) => $(`#${$(one).attr('for')}`).attr('name') ?? '')[0] ?? '';
const chosen = ({ $ }: Read): Record<string, string> =>
  Object.fromEntries(
    $('select')
      .toArray()
      .map((select) => [
        $(select).attr('name') ?? '',
        String($(select).find('option[selected]').attr('value') ?? ''),
      ]),
  );

async function mapped(senco: given.Person, address: string) {
  const shown = await senco.browser.get(address);
  const meant = {
    ...chosen(shown),
    [fieldOf(shown, 'Nachname')]: 'surname',
    [fieldOf(shown, 'Vorname')]: 'forename',
    [fieldOf(shown, 'Geburtstag')]: 'bornOn',
    [fieldOf(shown, 'Stufe')]: 'yearGroup',
    [fieldOf(shown, 'Where on the ladder')]: 'senStatus',
  };
  const version = shown.$('input[name=version]').attr('value') ?? '';
  return { shown, answer: await senco.browser.post(address, { ...meant, version }) };
}

describe('a spreadsheet with headings of its own', () => {
  it('is mapped by a person, values too, and taken in so', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const brought = await bring(senco, own, 'ladder.csv');
    const importId = importIdOf(brought);
    const address = `/imports/${importId}/columns`;
    expect(brought.goesTo).toBe(address);
    const { shown, answer } = await mapped(senco, address);
    expect(shown.$('main').text()).toContain('Such as: Vane · Quill · Moss');
    expect(answer.goesTo).toBe(address);
    const values = await senco.browser.get(address);
    const two = fieldOf(values, '“Rung two” in Where on the ladder, 2 rows');
    const zero = fieldOf(values, '“Rung zero” in Where on the ladder, 1 row');
    const version = values.$('input[name=version]').attr('value') ?? '';
    const said = { ...chosen(values), [two]: 'K', [zero]: 'N', version };
    expect((await senco.browser.post(address, said)).goesTo).toBe(`/imports/${importId}`);
    await takeInAs(school, senco, importId);
    const statuses = await asOwner('select status from app.sen_statuses where school_id = $1', [
      school.schoolId,
    ]);
    expect(statuses).toEqual([{ status: 'sen_support' }, { status: 'sen_support' }]);
  });

  it('is remembered: the next file with these headings needs no person', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const first = importIdOf(await bring(senco, own));
    await mapped(senco, `/imports/${first}/columns`);
    const next = await bring(senco, own.replace('Vane', 'Vaine'));
    expect(next.goesTo).toMatch(/^\/imports\/[0-9a-f-]{36}$/);
    const shown = await senco.browser.get(next.goesTo ?? '');
    expect(shown.$('main form button').first().text()).toBe('Take in 3 new and 0 changed');
  });

  it('refuses two columns for one thing, and a save over somebody else’s', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const address = `/imports/${importIdOf(await bring(senco, own))}/columns`;
    const shown = await senco.browser.get(address);
    const twice = { ...chosen(shown), column1: 'surname', column2: 'surname', version: '1' };
    const refused = await senco.browser.post(address, twice);
    expect([refused.status, errorsShown(refused)]).toEqual([
      422,
      ['Two columns are chosen to be: Legal surname'],
    ]);
    expect(chosen(refused)['column1']).toBe('surname');
    const stale = await senco.browser.post(address, { ...chosen(shown), version: '7' });
    expect([stale.status, errorsShown(stale)]).toEqual([
      422,
      ['Somebody has changed this import since you opened it.'],
    ]);
  });

  it('is past mapping once it was taken in, and a transfer file never has columns', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const importId = importIdOf(
      await bring(senco, `UPN,Surname,Forename,DOB,Year Group\r\n${makeUpn(1)},Vane,Idris,03/05/2018,4`),
    );
    expect((await senco.browser.get(`/imports/${importId}/columns`)).status).toBe(200);
    await takeInAs(school, senco, importId);
    expect((await senco.browser.get(`/imports/${importId}/columns`)).status).toBe(404);
  });
});

describe('an Excel workbook', () => {
  it('is read like a table, and differs in nothing the second time', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const text = (value: string) => ({ value, type: String });
    const file = writeXlsxFile([
      ['UPN', 'Surname', 'Forename', 'DOB', 'Year Group', 'SEN Status'].map(text),
      [
        ...[makeUpn(1), 'Vane', 'Idris'].map(text),
        { value: new Date(Date.UTC(2018, 4, 3)), type: Date, format: 'dd/mm/yyyy' },
        text('Year 4'),
        text('K'),
      ],
      [
        ...[makeUpn(2), '=1+1', 'Zofia'].map(text),
        { value: new Date(Date.UTC(2017, 5, 4)), type: Date, format: 'dd/mm/yyyy' },
        text('Year 5'),
        text('N'),
      ],
    ]);
    const bytes = new Uint8Array(await file.toBuffer());
    const first = importIdOf(await bring(senco, bytes, 'roll.xlsx'));
    const shown = await senco.browser.get(`/imports/${first}`);
    expect(shown.$('main form button').first().text()).toBe('Take in 2 new and 0 changed');
    expect(shown.$('main').text()).toContain('Sheet read');
    await takeInAs(school, senco, first);
    const again = await senco.browser.get(`/imports/${importIdOf(await bring(senco, bytes, 'roll.xlsx'))}`);
    expect(again.$('main').text()).toContain('Nothing in this file would change');
  });
});
