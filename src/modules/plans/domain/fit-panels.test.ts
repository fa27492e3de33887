import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { makePdf } from '#src/paper/pdf.ts';
import { sizeToFit } from './fit-panels.ts';

const sentence =
  'Gives the same two steps each time, says them slowly and waits for an answer before going on. ';
const panelsOf = (panels: number, items: number, letters: number) =>
  Array.from({ length: panels }, (_, at) => ({
    heading: `What helps me, number ${at + 1}`,
    items: Array.from({ length: items }, () =>
      sentence.repeat(Math.ceil(letters / sentence.length)).slice(0, letters),
    ),
  }));

describe('panels on one side of A4', () => {
  it.each([
    [3, 1, 60],
    [3, 4, 40],
    [3, 6, 140],
    [4, 3, 200],
    [5, 5, 60],
    [6, 3, 45],
    [6, 4, 90],
    [6, 6, 100],
    [6, 2, 300],
    [7, 8, 30],
  ])('%i panels of %i lines of %i letters fit', async (panels, items, letters) => {
    const given = panelsOf(panels, items, letters);
    const size = sizeToFit(given, 1);
    const bytes = await makePdf({
      title: 'Passport',
      footer: 'Larkfield',
      blocks: [
        { kind: 'callout', words: 'Draft: not issued yet, and it may change.' },
        {
          kind: 'panels',
          size,
          above: 'Pupil passport',
          heading: 'Ada Lark',
          lead: 'This is how I learn best.',
          panels: given,
          below: 'Number 1',
        },
      ],
    });
    expect([size, (await getDocumentProxy(bytes)).numPages]).toEqual([size, 1]);
  });

  it('take the largest letters where there is little to say, and never less than 9 points', () => {
    expect(sizeToFit(panelsOf(3, 1, 40), 0)).toBe(16);
    expect(sizeToFit(panelsOf(6, 12, 400), 0)).toBe(9);
  });
});
