import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { bindPdf } from './bundle.ts';
import { makePdf, type PdfDocument } from './pdf.ts';

const document: PdfDocument = {
  title: 'A request',
  footer: 'Larkfield',
  blocks: [
    { kind: 'heading', level: 1, words: 'The request' },
    { kind: 'contents', heading: 'What is in it' },
  ],
};
const report = (words: string, landscape = false) =>
  makePdf({
    title: words,
    footer: '',
    landscape,
    blocks: [{ kind: 'text', words }, { kind: 'newPage' }, { kind: 'text', words: 'The second page' }],
  });
const pagesOf = async (bytes: Uint8Array) => (await extractText(await getDocumentProxy(bytes.slice()))).text;

describe('a document with its appendices', () => {
  it('holds every page of each behind a numbered sheet, and lists them with their pages', async () => {
    const { bytes, left } = await bindPdf(document, [
      { title: 'Report of the psychologist', bytes: await report('He reads slowly') },
      { title: 'Hearing test', bytes: await report('She hears well') },
    ]);
    const pages = await pagesOf(bytes);
    expect(left).toEqual([]);
    expect(pages).toHaveLength(7);
    expect(pages[0]).toMatch(/Appendix 1: Report of the psychologist.*Appendix 2: Hearing test/s);
    expect(pages[2]).toContain('He reads slowly');
    expect(pages[3]).toContain('The second page');
    expect(pages[4]).toContain('Appendix 2: Hearing test');
    expect(pages[5]).toContain('She hears well');
  });

  it('lays a wide page wide, and numbers each page at its foot', async () => {
    const { bytes } = await bindPdf(document, [{ title: 'Scores', bytes: await report('Wide', true) }]);
    const pdf = await getDocumentProxy(bytes.slice());
    const [, , width = 0, height = 0] = (await pdf.getPage(3)).view;
    expect(width).toBeGreaterThan(height);
    expect((await pagesOf(bytes))[3]).toMatch(/Scores, page 2 of 2.*Page 4 of 4/s);
  });

  it('says which file could not be bound in, and binds the others', async () => {
    const { bytes, left } = await bindPdf(document, [
      { title: 'A scan', bytes: new TextEncoder().encode('no PDF at all') },
      { title: 'Cut short', bytes: (await report('Half of it')).slice(0, 900) },
      { title: 'Hearing test', bytes: await report('She hears well') },
    ]);
    const pages = await pagesOf(bytes);
    expect(left).toEqual(['A scan', 'Cut short']);
    expect(pages.join(' ')).toContain('could not be bound in');
    expect(pages.at(-2)).toContain('She hears well');
  });
});
