import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeInPieces, decodeText, findEncoding } from './decode.ts';

const utf16 = (text: string, isBig: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};
const withMark = (mark: readonly number[], bytes: Uint8Array) => Buffer.concat([Buffer.from(mark), bytes]);
const TEXT = 'UPN,Surname\nJ209999918001,O’Marrow-Renée\n';

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT), 'utf-8'],
    ['UTF-8 with a mark', withMark([0xef, 0xbb, 0xbf], Buffer.from(TEXT)), 'utf-8'],
    ['UTF-16 with a mark, little end first', withMark([0xff, 0xfe], utf16(TEXT, false)), 'utf-16le'],
    ['UTF-16 with a mark, big end first', withMark([0xfe, 0xff], utf16(TEXT, true)), 'utf-16be'],
    ['UTF-16 by its pattern, little end first', utf16(TEXT, false), 'utf-16le'],
    ['UTF-16 by its pattern, big end first', utf16(TEXT, true), 'utf-16be'],
  ])('reads %s', (_, bytes, encoding) => {
    expect(findEncoding(bytes)).toBe(encoding);
    expect(decodeText(bytes)).toBe(TEXT);
  });

  it('reads Windows-1252 with its accents and curly quotation marks', () => {
    const bytes = Buffer.from([0x52, 0x65, 0x6e, 0xe9, 0x65, 0x20, 0x4f, 0x92, 0x4d]);
    expect(findEncoding(bytes)).toBe('windows-1252');
    expect(decodeText(bytes)).toBe('Renée O’M');
  });

  it('gives the same text whole and in pieces, wherever a piece ends', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 50 }),
        fc.integer({ min: 600, max: 3000 }),
        (unit, times) => {
          const bytes = Buffer.from(`a${unit}é`.repeat(times));
          expect([...decodeInPieces(bytes)].join('')).toBe(decodeText(bytes));
        },
      ),
      { numRuns: 20 },
    );
  });

  it('reads back any text in UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.startsWith('\uFEFF') && !text.includes('\u0000'));
        expect(decodeText(Buffer.from(text))).toBe(text);
      }),
    );
  });
});
