import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { makeWorkbook, textRow } from '#test/files/make-workbook.ts';
import { readTableOf, refusalOf } from '#test/files/read-sample.ts';
import { readWorkbook } from './read-workbook.ts';
import { lookOf } from './workbook-parts.ts';

const rowsOf = (inside: string, more: Partial<Parameters<typeof makeWorkbook>[0]> = {}) =>
  readWorkbook(makeWorkbook({ sheets: { Pupils: inside }, ...more })).rows.map(({ cells }) => cells);

describe('readWorkbook', () => {
  it('reads what a program writes: text, numbers, dates, yes and no', async () => {
    const written = await writeXlsxFile([
      ['UPN', 'Surname', 'Forename', 'DOB', 'Year', 'FSM'].map((value) => ({ value })),
      [
        { value: 'J209999918001' },
        { value: '=1+1' },
        { value: 'Renée' },
        { value: new Date(Date.UTC(2018, 10, 4)), type: Date, format: 'dd/mm/yyyy' },
        { value: 3 },
        { value: true, type: Boolean },
      ],
    ]).toBuffer();
    const { incoming, sheet } = readTableOf(written);
    expect(sheet?.others).toEqual([]);
    expect(incoming.pupils).toMatchObject([
      {
        rows: [2],
        upn: 'J209999918001',
        surname: '=1+1',
        forename: 'Renée',
        bornOn: '2018-11-04',
        yearGroup: { code: '3' },
        hasFsm: true,
      },
    ]);
  });

  it('shows numbers as their formats do', () => {
    const formats = ['General', 'dd/mm/yyyy', '0.0%', '000000', 'hh:mm', '[$-809]d mmm yy;@'];
    const numbers = ['43408', '43408', '0.965', '1201', '0.378472', '43408.5'];
    const cells = numbers
      .map((value, at) => `<c r="${'ABCDEF'[at]}1" s="${at}"><v>${value}</v></c>`)
      .join('');
    expect(rowsOf(`<row r="1">${cells}</row>`, { formats })).toEqual([
      ['43408', '2018-11-04', '96.5%', '001201', '09:05', '2018-11-04 12:00'],
    ]);
  });

  it('counts days from 1904 where the workbook does', () => {
    const inside = '<row r="1"><c r="A1" s="0"><v>41946</v></c></row>';
    expect(rowsOf(inside, { formats: ['d/m/yyyy'], isFrom1904: true })).toEqual([['2018-11-04']]);
  });

  it('takes the value that was saved with a formula, and shows an error as it stands', () => {
    const inside =
      '<row r="1"><c r="A1"><f>HYPERLINK("x")</f></c><c r="B1" t="str"><f>A1&amp;1</f><v>text</v></c><c r="C1" t="e"><v>#N/A</v></c></row>';
    expect(rowsOf(inside)).toEqual([['', 'text', '#N/A']]);
  });

  it('keeps all figures of a long number', () => {
    expect(rowsOf('<row r="1"><c r="A1"><v>8.01200005001E11</v></c></row>')).toEqual([['801200005001']]);
  });

  it('reads the first sheet that has rows, hidden ones last, and names the others', () => {
    const sheets = { Cover: '', Secret: textRow(1, ['secret', 'x']), Pupils: textRow(4, ['UPN', 'Surname']) };
    const read = readWorkbook(makeWorkbook({ sheets, hidden: ['Secret'] }));
    expect(read).toMatchObject({ name: 'Pupils', others: ['Cover', 'Secret'], rows: [{ number: 4 }] });
  });

  it('reads a sheet with one cell in its last corner without filling the rest', () => {
    const corner = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row>';
    expect(refusalOf(makeWorkbook({ sheets: { Far: corner } }))).toMatch(/more than 500 columns/);
    const blank = `${textRow(1, ['a', 'b'])}<row r="1048576"><c r="XFD1048576" s="0"/></row>`;
    expect(rowsOf(blank)).toEqual([['a', 'b']]);
  });

  it('refuses a sheet with too many rows', () => {
    const rows = Array.from(
      { length: 50_200 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`,
    );
    expect(refusalOf(makeWorkbook({ sheets: { Long: rows.join('') } }))).toMatch(/more than 50,000 rows/);
  });

  it('refuses a workbook without rows', () => {
    expect(refusalOf(makeWorkbook({ sheets: { Empty: '' } }))).toMatch(/no sheet with rows/);
  });

  it('refuses a document type in any part', () => {
    const zip = zipSync({
      'xl/workbook.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><workbook>&a;</workbook>'),
    });
    expect(refusalOf(zip)).toMatch(/DOCTYPE/);
  });

  it('refuses a workbook that was cut off', () => {
    const whole = makeWorkbook({ sheets: { Pupils: textRow(1, ['UPN', 'Surname']) } });
    expect(refusalOf(whole.subarray(0, whole.length / 2))).toMatch(/\.$/);
  });
});

describe('a zip bomb', () => {
  const bombOf = (path: string, content: Uint8Array) =>
    zipSync({
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="S" id="r1"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      [path]: content,
    });

  it.each(['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml'])('is refused early in %s', (path) => {
    const bomb = bombOf(path, new Uint8Array(24 * 1024 * 1024).fill(32));
    const before = process.memoryUsage().rss;
    const start = performance.now();
    expect(refusalOf(bomb)).toMatch(/grow to more than|without an element/);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('is refused by what it grows to, where it is sound XML', () => {
    const rows = Buffer.from(`<worksheet><sheetData>${'<row></row>'.repeat(1_500_000)}`);
    expect(refusalOf(bombOf('xl/worksheets/sheet1.xml', rows))).toMatch(/grow to more than/);
  });

  it('is not even unpacked where no part of a workbook is', () => {
    expect(refusalOf(zipSync({ 'bomb.bin': new Uint8Array(12 * 1024 * 1024) }))).toMatch(
      /not an Excel workbook/,
    );
  });
});

describe('lookOf', () => {
  it.each([
    ['dd/mm/yyyy', 'date'],
    ['[$-409]mmm\\-yy;@', 'date'],
    ['General', 'plain'],
    ['#,##0.00 "days"', 'plain'],
    ['[Red]0.00', 'plain'],
    ['0%', 'percent'],
    ['h:mm AM/PM', 'time'],
    ['[h]:mm', 'time'],
    ['@', 'plain'],
  ])('%s shows a number as %s', (format, look) => {
    expect(lookOf(format)).toBe(look);
  });
});
