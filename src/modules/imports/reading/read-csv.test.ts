import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '#test/files/read-sample.ts';
import { readCsv } from './read-csv.ts';

const cellsOf = (text: string) => readCsv(text).map(({ cells }) => cells);

describe('readCsv', () => {
  it.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\r\n1;2\r\n'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['bars', 'a|b\n1|2'],
    ['a line that names the delimiter', 'sep=;\na;b\n1;2'],
    ['line ends of old machines', 'a,b\r1,2\r'],
  ])('cuts at %s', (_, text) => {
    expect(cellsOf(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('finds semicolons although names have commas', () => {
    expect(cellsOf('Name;Year\n"Okafor, Amara";3\nQuill, B;4')).toEqual([
      ['Name', 'Year'],
      ['Okafor, Amara', '3'],
      ['Quill, B', '4'],
    ]);
  });

  it('keeps line ends, delimiters and doubled quotation marks inside a quoted cell', () => {
    expect(cellsOf('a,b\n"x, y\nz","say ""hi"""')).toEqual([
      ['a', 'b'],
      ['x, y\nz', 'say "hi"'],
    ]);
  });

  it('takes a stray quotation mark as it stands', () => {
    expect(cellsOf('a,b\n5" ruler,"Bob" Smith')).toEqual([
      ['a', 'b'],
      ['5" ruler', '"Bob" Smith'],
    ]);
  });

  it('counts rows as Excel does, blank ones too', () => {
    expect(readCsv('a,b\n\n1,2\n,,\n\n').map(({ number }) => number)).toEqual([1, 3]);
  });

  it('leaves out NULs, which no database keeps', () => {
    expect(cellsOf('a,b\nx\0y,z')[1]).toEqual(['xy', 'z']);
  });

  it('never works out a formula', () => {
    expect(cellsOf('a,b\n=1+1,@SUM(A1)')[1]).toEqual(['=1+1', '@SUM(A1)']);
  });

  it('reads back whatever cells are written', () => {
    const cell = fc.string({ maxLength: 20 }).filter((text) => !/[\r\0]/.test(text));
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(table, (rows) => {
        fc.pre(
          rows.every((row) => row.some((text) => text.trim() !== '')) && !rows[0]?.[0]?.startsWith('sep='),
        );
        const written = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
        expect(cellsOf(written.join('\n'))).toEqual(rows);
      }),
    );
  });
});

describe('a table beyond the limits', () => {
  const head = 'UPN,Surname\n';
  it.each([
    ['too many columns', `${'a,'.repeat(50_000)}b\n1,2`, /more than 500 columns/],
    ['millions of empty columns', `UPN,Surname\n${','.repeat(5_000_000)}`, /more than 500 columns/],
    ['too many rows', `${head}${'x,y\n'.repeat(50_200)}`, /more than 50,000 rows/],
    ['blank rows without end', `${head}${'\n'.repeat(2_000_000)}`, /more than 50,000 rows/],
    ['too many cells', `${'a,'.repeat(400)}b\n`.repeat(12_600), /more than 5,000,000 cells/],
    ['a cell that is too long', `${head}x,${'y'.repeat(10_001)}\n`, /row 2 has more than 10,000/],
    ['a quotation that never ends', `${head}"x,y\n1,2\n`, /never closes/],
    ['headings only', 'UPN,Surname,Forename\n', /no rows below/],
    ['one column', 'UPN\nJ209999918001\nJ209999918001', /only one column/],
  ])('is refused with a sentence: %s', (_, text, sentence) => {
    expect(refusalOf(text)).toMatch(sentence);
  });
});
