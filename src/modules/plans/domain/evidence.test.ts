import { describe, expect, it } from 'vitest';
import { evidenceForm } from './evidence.form.ts';
import { evidenceLine, kindOfEvidence } from './evidence.ts';

const file = (isPicture: boolean) => ({ documentId: 'x', isPicture });

describe('a piece of evidence', () => {
  it.each([
    [{ result: null, file: null }, 'note'],
    [{ result: 0, file: null }, 'result'],
    [{ result: null, file: file(true) }, 'photo'],
    [{ result: null, file: file(false) }, 'file'],
    [{ result: 25, file: file(true) }, 'result'],
  ] as const)('%j is a %s', (given, kind) => {
    expect(kindOfEvidence(given)).toBe(kind);
  });

  it.each([
    [{ kind: 'note', words: 'Asked for help', result: null }, 'Asked for help'],
    [{ kind: 'result', words: 'Words of the list', result: 25 }, 'Words of the list: 25'],
    [{ kind: 'photo', words: null, result: null }, 'A photo'],
  ] as const)('is said in a line: %j', (given, line) => {
    expect(evidenceLine(given)).toBe(line);
  });
});

describe('what was typed as evidence', () => {
  it.each([
    ['12.5', 12.5],
    ['', undefined],
    ['0', 0],
  ])('takes the number %s', (typed, number) => {
    const read = evidenceForm.schema.parse({ words: 'x', result: typed, seenOn: '2026-11-24' });
    expect(read.result).toBe(number);
  });

  it.each(['about 20', '-3', '1e9', '12,5', '1234567'])('refuses the number %s', (typed) => {
    const read = evidenceForm.schema.safeParse({ words: 'x', result: typed, seenOn: '2026-11-24' });
    expect(read.error?.issues.map((issue) => issue.message)).toEqual(['A number must be like 25 or 12.5']);
  });

  it('takes an empty file as none', () => {
    const read = evidenceForm.schema.parse({ words: 'x', seenOn: '2026-11-24', file: new File([], '') });
    expect(read.file).toBeUndefined();
  });
});
