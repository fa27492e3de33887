import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HeldPart, type Redaction, redact } from './redact.ts';

const note = (item: string, words: string) => ({
  item,
  on: null,
  lines: [
    { field: 'words', label: 'Words', value: words },
    { field: 'with_whom', label: 'With whom', value: 'Mrs Lark' },
  ],
});
const parts: readonly HeldPart[] = [
  {
    source: 'contact_notes',
    title: 'Notes',
    namesOthers: true,
    notInCopy: null,
    entries: [note('a', 'Ben Finch pushed him. ben  finch again.'), note('b', 'A good week')],
  },
  { source: 'needs', title: 'Needs', namesOthers: false, notInCopy: null, entries: [] },
  { source: 'lines', title: 'Lines', namesOthers: false, notInCopy: 'It repeats', entries: [note('c', 'x')] },
];
const mark = (more: Partial<Redaction>): Redaction => ({
  source: 'contact_notes',
  item: 'a',
  field: null,
  words: null,
  ground: 'third_party',
  ...more,
});
const textOf = (marks: readonly Redaction[]) => JSON.stringify(redact(parts, marks).parts);

describe('a copy of the record (rule priv-7)', () => {
  it('holds everything that nobody marked, and no part that is empty or not for the copy', () => {
    const copy = redact(parts, []);
    expect([copy.records, copy.leftOut, copy.blanked]).toEqual([2, 0, 0]);
    expect(copy.parts.map(({ title }) => title)).toEqual(['Notes']);
    expect(textOf([])).toContain('Ben Finch pushed him');
  });

  it('leaves out an entry and says why in its place', () => {
    const copy = redact(parts, [mark({})]);
    expect([copy.records, copy.leftOut, copy.blanked]).toEqual([2, 1, 0]);
    expect(copy.parts[0]?.entries[0]?.lines).toEqual([
      ['Left out', 'It is about somebody else, who has not agreed'],
    ]);
    expect(textOf([mark({})])).not.toContain('Finch');
  });

  it('leaves out one fact', () => {
    const copy = redact(parts, [mark({ field: 'with_whom', ground: 'legal' })]);
    expect(copy.parts[0]?.entries[0]?.lines[1]).toEqual(['With whom', '[left out: Advice of a lawyer]']);
    expect([copy.leftOut, copy.blanked]).toEqual([0, 1]);
  });

  it('blanks words wherever they stand in the entry, in any letters and spacing', () => {
    const copy = redact(parts, [mark({ words: 'Ben Finch' })]);
    expect(copy.parts[0]?.entries[0]?.lines[0]).toEqual(['Words', '[blanked] pushed him. [blanked] again.']);
    expect(copy.blanked).toBe(2);
  });

  it('blanks words in the whole copy', () => {
    const copy = redact(parts, [mark({ source: '*', item: '*', words: 'mrs lark' })]);
    expect(copy.blanked).toBe(2);
    expect(JSON.stringify(copy.parts)).not.toContain('Lark');
  });

  it('never lets blanked words through, whatever they are, and never drops an entry', () => {
    const someWords = fc
      .string({ minLength: 1, maxLength: 12 })
      .filter((text) => text.trim() !== '' && !/blanked|\[|\]/i.test(text));
    fc.assert(
      fc.property(someWords, fc.string(), (words, around) => {
        const part: HeldPart = {
          ...(parts[0] as HeldPart),
          entries: [note('a', `${around}${words}${around}`)],
        };
        const copy = redact([part], [mark({ words })]);
        const value = copy.parts[0]?.entries[0]?.lines[0]?.[1] ?? '';
        expect(value.replaceAll('[blanked]', '\u0000').toLowerCase()).not.toContain(
          words.trim().toLowerCase(),
        );
        expect(copy.records).toBe(1);
      }),
    );
  });
});
