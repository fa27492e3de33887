import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeDocx, makeLinePdf, makeOdt, makeRawPdf, onePixel } from '#test/files/make-documents.ts';
import { makeWorkbook } from '#test/files/make-workbook.ts';
import { readWords } from './read-words.ts';

const utf8 = (text: string) => new Uint8Array(Buffer.from(text));

describe('the words of a file', () => {
  it.each([
    ['pdf', makeLinePdf('Receptive language is weak'), 1],
    ['docx', makeDocx('Receptive language is weak'), null],
    ['odt', makeOdt('Receptive language is weak'), null],
    ['xlsx', makeWorkbook({ sheets: { A: '' }, strings: ['Receptive language is weak'] }), null],
    ['txt', utf8('Receptive  language is\tweak\r\n'), null],
  ] as const)('are read from %s', async (format, bytes, pages) => {
    const read = await readWords(bytes, format);
    expect(read).toMatchObject({ reading: 'read', pages });
    expect(read.words).toContain('Receptive language is weak');
  });

  it('keep the lines of a Word file apart, and say what its marks stand for', async () => {
    const read = await readWords(makeDocx('One & two\nThree < four'), 'docx');
    expect(read.words).toBe('One & two\nThree < four');
  });

  it.each([
    ['a picture', onePixel, 'png'],
    ['a PDF of a scan', makeRawPdf(utf8('0 0 m 10 10 l S')), 'pdf'],
    ['a text without a letter', utf8(' - \n ...'), 'txt'],
  ] as const)('are none in %s, and it says so', async (_, bytes, format) => {
    expect(await readWords(bytes, format)).toMatchObject({ reading: 'no_words', words: null });
  });

  it.each([
    ['a PDF cut short', makeLinePdf('Report').subarray(0, 60), 'pdf'],
    ['a Word file cut short', makeDocx('Report').subarray(0, 120), 'docx'],
    ['a packed folder that is no Word file', zipSync({ a: strToU8('a') }), 'docx'],
    [
      'a Word file with a document type',
      zipSync({ 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') }),
      'docx',
    ],
    [
      'a Word file that unpacks to 80 MB',
      zipSync({ 'word/document.xml': new Uint8Array(80 * 1024 * 1024) }),
      'docx',
    ],
  ] as const)('cannot be read from %s, and nothing falls over', async (_, bytes, format) => {
    expect(await readWords(bytes, format)).toMatchObject({ reading: 'unreadable', words: null });
  });

  it('are cut where they are too many for one index', async () => {
    const long = await readWords(utf8('word '.repeat(100_000)), 'txt');
    expect(long.words?.length).toBe(200_000);
    const wide = await readWords(utf8('語'.repeat(190_000)), 'txt');
    expect(Buffer.byteLength(wide.words ?? '')).toBeLessThanOrEqual(500_000);
  });

  it('hold nothing that a database refuses, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 }), async (units) => {
        const text = String.fromCharCode(...units);
        const { words } = await readWords(utf8(text), 'txt');
        expect((words ?? '').replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cs}/u);
      }),
    );
  });
});
