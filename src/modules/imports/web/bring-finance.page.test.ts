import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import { fileOf, importIdOf, takeInAs } from '#test/given-imports.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const bring = (who: given.Person, file: string) =>
  who.browser.post('/imports/finance/new', { file: fileOf(file, 'postings.csv') });

async function world() {
  const school = await given.school();
  const senco = await given.person(school, 'senco');
  const line = { year: 'financial-2026', kind: 'spending:resources', name: 'Books', code: 'E19' };
  await senco.browser.post('/budget/lines/new', line);
  const held = () =>
    asOwner<{ pence: number; reference: string | null }>(
      `select pence, reference from app.budget_entries where school_id = $1 and withdrawn_at is null order by pence desc`,
      [school.schoolId],
    );
  return { school, senco, held };
}
const countsOf = async (importId: string) =>
  (await asOwner<{ counts: unknown }>('select counts from app.imports where import_id = $1', [importId]))[0]
    ?.counts;

describe('a file of the finance system', () => {
  it('is reviewed, taken in once, and undone; what takes away is asked about (rule budget-6)', async () => {
    const { school, senco, held } = await world();
    const file = [
      'Code,Date,Reference,Description,Amount',
      'e19,02/11/2026,INV-1,Phonics books,"1,120.05"',
      'E19,02/11/2026,INV-1,Phonics books,"1,120.05"',
      'Books,03/11/2026,CN-4,Returned,(20.00)',
      'E19,04/11/2026,,Petty cash,5.00',
      'E99,04/11/2026,INV-2,Pens,5.00',
      'E19,04/11/2026,INV-3,Pens,five',
      'E19,04/11/2027,INV-4,Pens,5.00',
      'E19,31/03/2026,INV-5,Pens,5.00',
      'E19,05/11/2026,INV-6,Pens,0.00',
    ].join('\r\n');
    const importId = importIdOf(await bring(senco, file));
    expect(await countsOf(importId)).toMatchObject({ read: 9, new: 1, unchanged: 0 });
    const faults = await senco.browser.get(`/imports/${importId}?show=unread`);
    for (const words of [
      'Row 2 has the same reference, day and amount',
      'No line of the budget has the code or name ‘E99’',
      '‘five’ is no amount of money',
      'The day is in the future',
      'is not in the budget of the year of that day',
      'The amount is nothing',
    ])
      expect(faults.text).toContain(words);
    const asked = await senco.browser.get(`/imports/${importId}?show=decide`);
    expect(asked.text).toContain('It takes £20.00 away from ‘Books’');
    expect(asked.text).toContain('It has no reference');
    const row = asked.$('a[href*="/rows/"]').first().attr('href') ?? '';
    const version = (await senco.browser.get(row)).$('input[name=version]').attr('value') ?? '';
    expect((await senco.browser.post(row, { choice: 'take', version })).status).toBe(303);
    await takeInAs(school, senco, importId);
    expect(await held()).toEqual([
      { pence: 112005, reference: 'INV-1' },
      { pence: -2000, reference: 'CN-4' },
    ]);
    const again = importIdOf(await bring(senco, file));
    expect(await countsOf(again)).toMatchObject({ new: 0, unchanged: 2 });
    await senco.browser.post(`/imports/${importId}/undo`);
    expect(await held()).toEqual([]);
  });

  it.each(['finance', 'head'] as const)(
    'is brought, reviewed, taken in and undone by somebody who is %s alone, who opens no other import',
    async (role) => {
      const { school, senco, held } = await world();
      const who = await given.person(school, role);
      const other = importIdOf(
        await senco.browser.post('/imports/new', {
          file: fileOf('UPN,Surname,Forename\r\n,Vane,Ada', 'pupils.csv'),
        }),
      );
      expect((await who.browser.get('/budget')).$('main a[href="/imports/finance/new"]').length).toBe(1);
      const file = 'Code,Date,Reference,Amount\r\nE19,02/11/2026,INV-1,12.05\r\nE19,03/11/2026,,5.00';
      const importId = importIdOf(await bring(who, file));
      const asked = await who.browser.get(`/imports/${importId}?show=decide`);
      const row = asked.$('a[href*="/rows/"]').first().attr('href') ?? '';
      const version = (await who.browser.get(row)).$('input[name=version]').attr('value') ?? '';
      expect((await who.browser.post(row, { choice: 'take', version })).status).toBe(303);
      await takeInAs(school, who, importId);
      expect((await held()).map(({ pence }) => pence)).toEqual([1205, 500]);
      expect((await who.browser.get(`/imports/${importId}`)).text).not.toContain('Ada');
      await who.browser.post(`/imports/${importId}/undo`);
      expect(await held()).toEqual([]);
      const list = await who.browser.get('/imports');
      expect([list.status, list.text.includes('pupils.csv'), list.text.includes('postings.csv')]).toEqual([
        200,
        false,
        true,
      ]);
      for (const path of [`/imports/${other}`, `/imports/${other}/problems.csv`])
        expect((await who.browser.get(path)).status).toBe(404);
      expect((await who.browser.get('/imports/new')).status).toBe(403);
      expect((await senco.browser.get(`/imports/${importId}`)).status).toBe(200);
    },
  );

  it('is refused when it has no postings, and for those who have nothing to do with money', async () => {
    const { school, senco } = await world();
    expect(errorsShown(await bring(senco, 'Surname,Forename\r\nVane,Ada'))).toEqual([
      'The file has no postings: look below how it may look',
    ]);
    const office = await given.person(school, 'office');
    expect((await office.browser.get('/imports/finance/new')).status).toBe(403);
    const file = 'Code,Date,Reference,Amount\r\nE19,02/11/2026,INV-1,12.05';
    const importId = importIdOf(await bring(senco, file));
    expect((await office.browser.get(`/imports/${importId}`)).status).toBe(404);
  });
});
