import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { makePdf, type PdfDocument } from './pdf.ts';

const document: PdfDocument = {
  title: 'Register of 1 September',
  footer: 'Larkfield',
  blocks: [
    { kind: 'heading', level: 1, words: 'SEND register' },
    { kind: 'text', words: 'First line\nSecond line with #strong[no markup] and $maths$' },
    { kind: 'facts', rows: [['Name', 'Ada *Lark*']] },
    { kind: 'list', items: ['One', 'Two'] },
    {
      kind: 'table',
      columns: ['Name', 'Age'],
      rows: Array.from({ length: 90 }, (_, at) => [`Pupil ${at}`, '9']),
      widths: [3, 1],
      sides: ['left', 'right'],
    },
    { kind: 'newPage' },
    { kind: 'note', words: 'The end' },
  ],
};

const read = async (bytes: Uint8Array) =>
  (await extractText(await getDocumentProxy(bytes.slice()), { mergePages: true })).text;

describe('a PDF', () => {
  it('holds every word as it was given, and reads none of it as markup', async () => {
    const words = await read(await makePdf(document));
    for (const part of [
      'SEND register',
      '#strong[no markup] and $maths$',
      'Ada *Lark*',
      'Pupil 89',
      'The end',
    ])
      expect(words).toContain(part);
  });

  it('is tagged, titled and in English', async () => {
    const pdf = await getDocumentProxy((await makePdf(document)).slice());
    const marked: { Marked?: boolean } | null = await pdf.getMarkInfo();
    const { info } = await pdf.getMetadata();
    expect(marked?.Marked).toBe(true);
    expect(info).toMatchObject({ Title: 'Register of 1 September', Language: 'en-GB' });
  });

  it('repeats the headings of a table on each page', async () => {
    const { text } = await extractText(await getDocumentProxy((await makePdf(document)).slice()));
    expect(text.filter((page) => page.includes('Name') && page.includes('Age')).length).toBeGreaterThan(1);
  });

  it.each(['a5', 'a3'] as const)('is laid out on %s, landscape too', async (paper) => {
    const pdf = await getDocumentProxy((await makePdf({ ...document, paper, landscape: true })).slice());
    const [, , width, height] = (await pdf.getPage(1)).view;
    expect(width).toBeGreaterThan(height ?? 0);
  });
});
