import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { targetForm } from './plan.form.ts';
import { attemptOf, readTyped } from './plan-draft.ts';

describe('words that are not saved yet', () => {
  it('come back as they were left, dates and wrong words included', () => {
    const typed = { words: 'Reads 👍', 'byOn-day': '40', 'byOn-month': '2', 'byOn-year': '', other: 'x' };
    const draft = { typed, baseVersion: 2, savedAt: new Date(schoolDate('2026-11-24')) };
    expect(attemptOf(targetForm, draft)).toEqual({
      values: { words: 'Reads 👍', byOn: { day: '40', month: '2', year: '' } },
      errors: {},
    });
    expect(attemptOf(targetForm, null)).toEqual({ values: {}, errors: {} });
  });

  it('are read from whatever was posted without failing', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (json) => (readTyped(json) ?? {}) !== undefined));
    expect(readTyped('{"words": "a\\u0000b"}')).toEqual({ words: 'ab' });
    expect([readTyped('['), readTyped('[1]'), readTyped('{"a": 1}')]).toEqual([null, null, null]);
  });

  it('keep every word of a form', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('words', 'mark', 'success'), fc.string()), (typed) => {
        const read = readTyped(JSON.stringify(typed)) ?? {};
        return Object.entries(typed).every(([name, words]) => read[name] === words.replaceAll('\u0000', ''));
      }),
    );
  });
});
