import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizeWords } from './file-formats.ts';
import { cleanFileName, dispositionOf, titleOf } from './file-names.ts';

/** Any code units at all, halves of pairs among them. */
const wild = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0x2f, 0x5c, 0, 0x202e, 0xd800)), {
    maxLength: 300,
  })
  .map((units) => String.fromCharCode(...units));

describe('a file’s name as it is kept', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['C:\\Users\\x\\report.pdf', 'report.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['a\u202egpj.exe', 'agpj.exe'],
    ['re\0po\nrt.pdf', 'report.pdf'],
    ['what?.pdf', 'what-.pdf'],
    ['  . .pdf', 'pdf'],
    ['', 'file'],
    ['...', 'file'],
    ['Zoë’s letter.docx', 'Zoë’s letter.docx'],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });

  it('has 1 to 200 characters, no path and nothing unseen, whatever was given', () => {
    fc.assert(
      fc.property(wild, (given) => {
        const kept = cleanFileName(given);
        expect(kept.length).toBeGreaterThanOrEqual(1);
        expect(kept.length).toBeLessThanOrEqual(200);
        expect(kept).not.toMatch(/[/\\\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
    );
  });

  it('keeps its ending when it is cut', () => {
    expect(cleanFileName(`${'a'.repeat(400)}.pdf`)).toBe(`${'a'.repeat(196)}.pdf`);
  });

  it('gives a title', () => {
    expect(titleOf('EP_report-Amara.v2.pdf')).toBe('EP report Amara v2');
    expect(titleOf('.pdf')).toBe('.pdf');
  });
});

describe('the header of a file that is sent', () => {
  it('says the name in plain letters and in all letters', () => {
    expect(dispositionOf('attachment', 'Zoë "A".pdf')).toBe(
      `attachment; filename="Zo_ _A_.pdf"; filename*=UTF-8''Zo%C3%AB%20%22A%22.pdf`,
    );
  });

  it('is one line of plain characters, whatever the name', () => {
    fc.assert(
      fc.property(wild, (given) => {
        const header = dispositionOf('inline', cleanFileName(given));
        expect(header).toMatch(
          /^inline; filename="[\x20-\x7e]*"; filename\*=UTF-8''[A-Za-z0-9%._~!$&+^`|-]*$/,
        );
        expect(() => new Headers({ 'content-disposition': header })).not.toThrow();
      }),
    );
  });
});

describe('a size in words', () => {
  it.each([
    [12, '12 bytes'],
    [340 * 1024, '340 KB'],
    [2.44 * 1024 * 1024, '2.4 MB'],
  ])('%d bytes are %s', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });
});
