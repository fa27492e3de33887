import { describe, expect, it } from 'vitest';
import { gradeOf, readingAgeOf, readingAgeWords } from './reading-age.ts';

describe('the reading age of a text', () => {
  // The counts are those by which the measure is commonly taught.
  it.each([
    ['The cat sat on the mat', { sentences: 1, words: 6, syllables: 6 }, -1.45],
    [
      'This sentence, taken as a reading passage unto itself …',
      { sentences: 1, words: 16, syllables: 23 },
      7.61,
    ],
    ['The Australian platypus is seemingly a hybrid …', { sentences: 1, words: 13, syllables: 24 }, 11.26],
  ])('of “%s” is by its counts %j grade %d (rule voice-7)', (_, counts, grade) => {
    expect(gradeOf(counts)).toBeCloseTo(grade, 1);
  });

  it('counts by itself what the first of them counts', () => {
    expect(readingAgeOf('The cat sat on the mat.').grade).toBeCloseTo(-1.45, 2);
  });

  it('is five years over the grade, in whole years, and names what is hard', () => {
    const text = `Amara likes to read with a friend. She can tell you what she has read. ${'She finds the little words easy. '.repeat(5)}
      When an unfamiliar multisyllabic word appears she hesitates and then looks at the teacher for help`;
    const read = readingAgeOf(text);
    expect(read.age).toBe(Math.round(read.grade + 5));
    expect(read.hardestWords).toContain('multisyllabic');
    expect(read.hardestWords).not.toContain('amara likes');
    expect(read.longestSentence).toMatch(/^When an unfamiliar/);
  });

  it('says nothing of a few words, and stays within the years of school', () => {
    expect(readingAgeWords(readingAgeOf('Reads well.'))).toBe('Too few words to tell a reading age');
    expect(readingAgeWords(readingAgeOf('The cat sat on the mat. '.repeat(10)))).toBe(
      'Reading age 5 or younger',
    );
    expect(
      readingAgeWords(readingAgeOf('Multidisciplinary organisational interdependencies. '.repeat(20))),
    ).toBe('Reading age 18 or older');
  });

  it('counts a line without a stop as a sentence', () => {
    const lines = 'Reads with an adult\nTells the story again\n'.repeat(6);
    expect(readingAgeOf(lines).age).toBeLessThan(9);
  });
});
