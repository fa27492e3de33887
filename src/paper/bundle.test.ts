import { extractText, getDocumentProxy } from 'unpdf';
import { expect, it } from 'vitest';
import { bindPdf } from './bundle.ts';
import { makePdf } from './pdf.ts';

const read = async (bytes: Uint8Array) => (await extractText(await getDocumentProxy(bytes.slice()))).text;

const report = (words: string, landscape = false) =>
  makePdf({
    title: words,
    footer: 'Not ours',
    landscape,
    blocks: [{ kind: 'text', words }, { kind: 'newPage' }, { kind: 'text', words: `${words}, continued` }],
  });

it('binds PDFs behind numbered sheets, with contents and the numbers of the pages', async () => {
  const front = {
    title: 'A request',
    footer: 'Larkfield',
    blocks: [{ kind: 'heading', level: 1, words: 'A request' } as const],
  };
  const bound = await bindPdf(
    [
      { title: 'Report of the psychologist', bytes: await report('Reads slowly') },
      { title: 'A damaged file', bytes: new TextEncoder().encode('%PDF-1.4 nothing') },
      { title: 'A wide table', bytes: await report('Scores', true) },
    ],
    front,
  );
  const pages = await read(bound);
  expect(pages).toHaveLength(9);
  expect(pages[1]).toMatch(/Appendix 1: Report of the psychologist[ .]+3/);
  expect(pages[1]).toMatch(/Appendix 3: A wide table[ .]+7/);
  expect(pages[2]).toContain('2 pages follow');
  expect(pages[3]).toContain('Reads slowly');
  expect(pages[4]).toMatch(/Appendix 1, page 2 of 2.*Page 5 of 9/s);
  expect(pages[5]).toContain('enclosed apart');
  const pdf = await getDocumentProxy(bound.slice());
  const [, , width = 0, height = 0] = (await pdf.getPage(8)).view;
  expect(width).toBeGreaterThan(height);
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
});
