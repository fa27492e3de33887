import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { makeDocx, makeLinePdf, makeOdt, onePixel } from '#test/files/make-documents.ts';
import { tellFormat } from './tell-format.ts';

const utf8 = (text: string) => new Uint8Array(Buffer.from(text));
const workbook = new Uint8Array(await writeWorkbook([[{ value: 'A' }]]).toBuffer());
const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1]);
const heic = Uint8Array.from([
  0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69, 0x63, 0, 0, 0, 0, 0x68, 0x65, 0x69, 0x63, 0, 0, 0, 0,
]);

describe('what a file is', () => {
  it.each([
    ['pdf', makeLinePdf('Report')],
    ['docx', makeDocx('Report')],
    ['odt', makeOdt('Report')],
    ['xlsx', workbook],
    ['jpeg', jpeg],
    ['png', onePixel],
    ['heic', heic],
    ['txt', utf8('Dear school,\nAmara is well.')],
    ['txt', Uint8Array.from([0x5a, 0x6f, 0xeb, 0x20, 0x69, 0x73])],
    ['txt', Uint8Array.from([0xff, 0xfe, 0x41, 0, 0x42, 0])],
  ])('is told from its content: %s', async (format, bytes) => {
    expect(await tellFormat(bytes)).toEqual({ ok: true, format });
  });

  it.each([
    ['an empty file', new Uint8Array(), /empty/],
    ['a file above 25 MB', new Uint8Array(25 * 1024 * 1024 + 1), /larger than 25 MB/],
    ['a program of Windows', utf8(`MZ\u0090\u0000${'\u0000'.repeat(100)}`), /./],
    ['a program of Linux', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0]), /program/],
    ['a web page', utf8('<!DOCTYPE html><script>alert(1)</script>'), /web page/],
    ['a web page after a gap', utf8(' \n<html><body>Dear school</body></html>'), /web page/],
    ['a drawing', utf8('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), /./],
    ['XML', utf8('<?xml version="1.0"?><a/>'), /./],
    ['a shell script', utf8('#!/bin/sh\nrm -rf /'), /script/],
    [
      'an old Office file',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      /old Office/,
    ],
    ['an RTF file', utf8('{\\rtf1 Dear school}'), /RTF/],
    ['a packed folder', zipSync({ 'a.txt': strToU8('a') }), /Unpack it/],
    ['a Word file with a macro', makeDocx('Report', { 'word/vbaProject.bin': strToU8('x') }), /macro/],
    ['bytes of no kind', Uint8Array.from([1, 2, 3, 4, 0, 9, 8]), /cannot be told/],
  ])('refuses %s, with a sentence', async (_, bytes, why) => {
    const told = await tellFormat(bytes);
    expect(told.ok).toBe(false);
    expect(told.ok || told.why).toMatch(why);
  });

  it('is told of any bytes at all, without failing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const told = await tellFormat(bytes);
        expect(told.ok ? told.format : told.why).not.toBe('');
      }),
      { numRuns: 200 },
    );
  });
});
