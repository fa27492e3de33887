import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { wrapCtf } from '#test/files/make-ctf.ts';
import { makeUpn } from '#test/files/make-upn.ts';
import * as given from '#test/given.ts';
import { bring, importIdOf, laid, takeInAs, wholeSchool } from '#test/given-imports.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
  <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><CTfile><Header>&c;</Header></CTfile>`;
const outside = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><CTfile><Header>&f;</Header></CTfile>`;
const bomb = zipSync({
  'xl/workbook.xml': new Uint8Array(10),
  'xl/worksheets/sheet1.xml': new Uint8Array(60 * 1024 * 1024),
});
const wide = Array.from({ length: 50_000 }, (_, at) => `Column${at}`).join(',');

const hostile: readonly (readonly [string, string, string | Uint8Array])[] = [
  ['an empty file', 'empty.csv', ' '],
  ['what is no XML', 'file.xml', '<CTfile><Header>'],
  ['another root', 'file.xml', '<?xml version="1.0"?><Message><Header/></Message>'],
  ['entities that multiply', 'file.xml', laughs],
  ['an entity from outside', 'file.xml', outside],
  ['a zip bomb', 'file.xlsx', bomb],
  ['fifty thousand columns', 'file.csv', `${wide}\n${wide}`],
  ['a PDF', 'file.pdf', '%PDF-1.7\n%âãÏÓ\n1 0 obj'],
  ['bytes of any kind', 'file.csv', Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)],
  ['a page of the web', 'file.csv', '<!doctype html><html><body>SIMS</body></html>'],
  ['headings without rows', 'file.csv', 'UPN,Surname,Forename'],
  ['a transfer file without pupils', 'file.xml', wrapCtf('')],
];

describe('a file that cannot be taken', () => {
  it.each(hostile)('%s is refused with a sentence, and nothing is kept', async (_, name, file) => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const before = await wholeSchool(school);
    const answer = await bring(senco, file, name);
    const [sentence = ''] = errorsShown(answer);
    expect([answer.status, sentence]).toEqual([422, expect.stringMatching(/^[A-Z“].{20,}\.$/)]);
    expect(answer.$('.govuk-error-summary__list a').attr('href')).toBe('#file');
    expect(await wholeSchool(school)).toEqual(before);
    expect(await asOwner('select 1 from app.imports where school_id = $1', [school.schoolId])).toEqual([]);
    await expect(laid(school, file, name)).rejects.toThrow(sentence);
  });

  it('of 60 MB is not even read', async () => {
    const senco = await given.person(await given.school(), 'senco');
    const answer = await bring(senco, new Uint8Array(60 * 1024 * 1024), 'large.csv');
    expect([answer.status, answer.text]).toEqual([413, 'This is larger than 52 MB and was not read.']);
    const over = await bring(senco, new Uint8Array(51 * 1024 * 1024), 'large.csv');
    expect(errorsShown(over)).toEqual([
      'The file is larger than 50 MB. Export fewer pupils or columns at once.',
    ]);
  });
});

describe('script in a file', () => {
  const evil = '<script>alert(1)</script>';
  const heads = `UPN,Surname,Forename,DOB,Year Group,"${evil} heading",SEN Status`;
  const file = [
    heads,
    `${makeUpn(1)},${evil},Idris,03/05/2018,4,${evil},${evil}`,
    `A209999918001,${evil},Idris,03/05/2018,4,=1+1,K`,
  ].join('\r\n');

  it('is shown as text on every page, in the name of the file too', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const importId = importIdOf(await bring(senco, file, `${evil}.csv`));
    const here = `/imports/${importId}`;
    const pages = [
      '/imports',
      `${here}/columns`,
      here,
      `${here}?show=unread`,
      `${here}?show=warnings`,
      `${here}/rows/1`,
    ];
    for (const path of pages) {
      const shown = await senco.browser.get(path);
      expect([path, shown.status, shown.text.includes(evil)]).toEqual([path, 200, false]);
      expect(shown.$('main script')).toHaveLength(0);
    }
    await senco.browser.post(`${here}/columns`, {
      version: (await senco.browser.get(`${here}/columns`)).$('input[name=version]').attr('value') ?? '',
    });
    await takeInAs(school, senco, importId);
    const after = await senco.browser.get(here);
    expect(after.text).toContain('Taken in');
    expect(after.text).not.toContain(evil);
    const [stored] = await asOwner(`select surname from app.pupil_lines where school_id = $1`, [
      school.schoolId,
    ]);
    expect(stored).toEqual({ surname: evil });
  });

  it('and formulas are made harmless in the CSV of problems', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const formulas = `UPN,Surname,Forename,DOB,Year Group\r\n"=cmd|' /C calc'!A0",Vane,Idris,03/05/2018,4`;
    const importId = importIdOf(await bring(senco, formulas));
    const csv = await senco.browser.get(`/imports/${importId}/problems.csv`);
    expect(csv.text).toContain(`'=cmd|`);
  });
});
