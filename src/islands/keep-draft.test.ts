import { describe, expect, it } from 'vitest';
import { typedIn, waitFor } from './keep-draft.ts';

describe('keeping a draft', () => {
  it('takes the words of the fields, and no files', () => {
    const fields: [string, FormDataEntryValue][] = [
      ['words', 'Tells stories\nwell'],
      ['version', '3'],
      ['file', new File(['x'], 'x.txt')],
    ];
    expect(typedIn(fields)).toEqual({ words: 'Tells stories\nwell', version: '3' });
  });

  it.each([
    [0, 1500],
    [8000, 1500],
    [9000, 1000],
    [20_000, 0],
  ])('after %i ms of typing waits %i ms more', (since, wait) => {
    expect(waitFor(since)).toBe(wait);
  });
});
