import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { wordFile, wordTable, wordXml } from '#test/files/make-word.ts';
import { readTables } from './read-tables.ts';

const tablesOf = (bytes: Uint8Array) => {
  const read = readTables(bytes);
  if ('refused' in read) throw new Error(read.refused);
  return read.tables.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.cells) }));
};
const refusal = (bytes: Uint8Array): string => {
  const read = readTables(bytes);
  return 'refused' in read ? read.refused : 'taken';
};

describe('the tables of a Word document', () => {
  it('are read cell by cell, lines and spans kept, words around them left', () => {
    const spanned =
      '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Both</w:t></w:r></w:p></w:tc></w:tr>';
    const body = `<w:p><w:r><w:t>Outside</w:t></w:r></w:p>${wordTable([
      ['Name', 'Target'],
      ['Ann & Bo', 'Reads\naloud'],
    ]).replace('</w:tbl>', `${spanned}</w:tbl>`)}${wordTable([['x', 'y']])}`;
    expect(tablesOf(wordFile(wordXml(body)))).toEqual([
      {
        name: 'Table 1',
        rows: [
          ['Name', 'Target'],
          ['Ann & Bo', 'Reads\naloud'],
          ['Both', ''],
        ],
      },
      { name: 'Table 2', rows: [['x', 'y']] },
    ]);
  });

  it('take a table inside a cell as words, and leave out what was struck by a change', () => {
    const inner = wordTable([['a', 'b']]);
    const body = `<w:tbl><w:tr><w:tc>${inner}<w:p><w:r><w:delText>gone</w:delText></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>`;
    expect(tablesOf(wordFile(wordXml(body)))).toEqual([{ name: 'Table 1', rows: [['a b', '']] }]);
  });

  it.each([
    [
      'a document type',
      '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
      '<w:p>&x;</w:p>',
      /DOCTYPE/,
    ],
    ['an entity that nobody declared', '', '<w:p>&lol;</w:p>', /entity/],
    ['XML that was cut off', '', '<w:tbl><w:tr>', /not sound XML/],
    ['no table', '', '<w:p><w:r><w:t>Only words</w:t></w:r></w:p>', /has no table/],
    ['elements without end', '', '<w:p>'.repeat(200), /nests deeper/],
  ])('are refused in a sentence with %s', (_, before, body, words) => {
    expect(refusal(wordFile(wordXml(body, before)))).toMatch(words);
  });

  it('are refused when the document is a bomb, before it has grown', () => {
    const bomb = wordFile(wordXml(`<w:p>${' '.repeat(12_000_000)}</w:p>`));
    expect(bomb.length).toBeLessThan(200_000);
    expect(refusal(bomb)).toMatch(/grow|without an element/);
  });

  it.each([
    ['a zip of something else', zipSync({ 'readme.txt': strToU8('x') }), /not an Excel workbook/],
    ['a PDF', strToU8('%PDF-1.7 x'), /PDF/],
    ['nothing', new Uint8Array(), /empty/],
    ['a transfer file', strToU8('<CTfile/>'), /transfer file/],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2]), /picture/],
  ])('are not looked for in %s', (_, bytes, words) => {
    expect(refusal(bytes)).toMatch(words);
  });
});
