import { describe, expect, it } from 'vitest';
import { pageWords } from './page-words.ts';

describe('the words of a page in the record of views', () => {
  it.each([
    ['/pupils', 'The register'],
    ['/pupils/:pupilId', 'Summary of the pupil'],
    ['/pupils/:pupilId/key-worker', 'Key worker'],
    ['/pupils/:pupilId/status/history', 'Status, history'],
    ['GET /api/v1/pupils/:pupilId', 'Pupils, by a program'],
    ['GET /api/v1/census', 'Census, by a program'],
    ['/special-places', 'Special places'],
    ['/imports/:importId/problems.csv', 'Imports, problems as CSV'],
  ])('call %s %s', (path, words) => {
    expect(pageWords(path)).toBe(words);
  });
});
