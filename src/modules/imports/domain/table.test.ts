import { describe, expect, it } from 'vitest';
import { findTable } from './table.ts';

const tableOf = (...lines: string[]) =>
  findTable(lines.map((line, index) => ({ number: index + 1, cells: line.split(',') })));

describe('findTable', () => {
  it('finds the headings below titles and leaves blank rows out', () => {
    const table = tableOf('Pupils,,', 'Printed 1 September,,', ',,', 'UPN,Surname,DOB', 'a,b,c', ',,');
    expect(table.headings).toEqual(['UPN', 'Surname', 'DOB']);
    expect(table.rows.map(({ number }) => number)).toEqual([5]);
    expect(table.setAside.map(({ why }) => why)).toEqual(['a title', 'a title']);
  });

  it.each([
    ['Total: 2,,', 'a total'],
    ['Grand total,2,', 'a total'],
    ['UPN,Surname,DOB', 'the headings again'],
    ['Page 1 of 2,,', 'a footer'],
    ['End of report,,', 'a footer'],
  ])('sets "%s" aside', (line, why) => {
    const table = tableOf('UPN,Surname,DOB', 'a,b,c', line, 'd,e,f');
    expect(table.rows).toHaveLength(2);
    expect(table.setAside).toMatchObject([{ why, row: { number: 3 } }]);
  });

  it('does not take a pupil called Total for one', () => {
    expect(tableOf('UPN,Surname,DOB', 'J209999918001,Total,c').rows).toHaveLength(1);
  });

  it('takes headings that nobody knows, if they look like headings', () => {
    expect(tableOf('Thing,Colour', 'x,red', 'y,blue')).toMatchObject({
      hasHeadings: true,
      headings: ['Thing', 'Colour'],
    });
  });

  it('names the columns where there are no headings', () => {
    expect(tableOf('J209999918001,Fern,04/11/2018', 'Y209999918002,Quill,12/02/2019')).toMatchObject({
      hasHeadings: false,
      headings: ['Column 1', 'Column 2', 'Column 3'],
      rows: [{ number: 1 }, { number: 2 }],
    });
  });

  it('cuts empty headings at the end', () => {
    expect(tableOf('UPN,Surname,,', 'a,b,,').headings).toEqual(['UPN', 'Surname']);
  });
});
