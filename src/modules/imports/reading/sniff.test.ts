import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '#test/files/read-sample.ts';
import { limits } from './limits.ts';
import { sniff } from './sniff.ts';

const bytes = (...values: number[]) => Buffer.from([...values, 0, 0, 0, 0, 0, 0, 0, 0]);
const zip = (path: string) => zipSync({ [path]: Buffer.from('x') });

describe('what a file is', () => {
  it.each([
    ['<?xml version="1.0"?>\n<CTfile><Header/></CTfile>', 'ctf'],
    ['\uFEFF<?xml version="1.0" encoding="utf-8"?><!-- made by -->\n<CTfile>', 'ctf'],
    ['<CTfile>', 'ctf'],
    ['UPN,Surname\nJ209999918001,Fern', 'csv'],
    ['=1+1,@x\n', 'csv'],
  ])('%j is %s', (text, kind) => {
    expect(sniff(Buffer.from(text))).toBe(kind);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ['an empty file', '', /is empty/],
    ['blanks only', ' \r\n\t\n', /is empty/],
    ['an old Excel file', bytes(0xd0, 0xcf, 0x11, 0xe0), /old Office program/],
    [
      'a workbook with a password',
      Buffer.concat([bytes(0xd0, 0xcf, 0x11, 0xe0), Buffer.from('EncryptedPackage', 'utf16le')]),
      /password/,
    ],
    ['a PDF', '%PDF-1.7 …', /PDF/],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47), /picture/],
    ['a packed file', bytes(0x1f, 0x8b), /gzip/],
    ['a zip of other things', zip('photo.jpg'), /not an Excel workbook/],
    ['a Word document', zip('word/document.xml'), /Word document/],
    ['a binary workbook', zip('xl/workbook.bin'), /xlsb/],
    ['a workbook of another program', zip('content.xml'), /another program/],
    ['a web page', '<!DOCTYPE html><html><table>', /web page/],
    ['a web page called .xls', '<html><body><table><tr><td>UPN', /web page/],
    ['an old XML workbook', '<?xml version="1.0"?><Workbook xmlns="urn:x">', /old XML form/],
    ['an admissions file', '<ATfile><Header/></ATfile>', /admissions transfer file/],
    ['a census return', '<?xml version="1.0"?><Message><Header/></Message>', /census return/],
    ['an answer to a transfer file', '<CTFreply></CTFreply>', /answer to a transfer file/],
    ['other XML', '<orders><order/></orders>', /root is <orders>/],
    ['XML with a document type', '<!DOCTYPE CTfile [<!ENTITY a "b">]><CTfile/>', /DOCTYPE/],
    ['JSON', '{"pupils":[]}', /JSON/],
    [
      'bytes of a program',
      Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 14, 15, 16].flatMap((byte) => [byte, 65])),
      /not a text/,
    ],
  ])('refuses %s with a sentence', (_, file, sentence) => {
    expect(refusalOf(file)).toMatch(sentence);
    expect(refusalOf(file)).toMatch(/^[A-Z].*\.$/);
  });

  it('refuses a gigabyte of nothing by its size alone', () => {
    const nothing = new Uint8Array(limits.fileBytes + 1);
    const start = performance.now();
    expect(refusalOf(nothing)).toMatch(/larger than 50 MB/);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('refuses fifty megabytes of zeros in little time', () => {
    const start = performance.now();
    expect(refusalOf(new Uint8Array(limits.fileBytes))).toMatch(/not a text|empty/);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
