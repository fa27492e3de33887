import { syllable } from 'syllable';

/** How hard a text is to read, with what makes it so. */
export type ReadingAge = {
  /** Whole years; 5 is the youngest that is told, 18 the oldest. Null where there are too few words to say. */
  readonly age: number | null;
  /** United States school grade, to two decimals: what the formula gives. */
  readonly grade: number;
  readonly words: number;
  readonly longestSentence: string;
  /** The words with the most syllables, three or more, five at most. */
  readonly hardestWords: readonly string[];
};

/** Fewer words than this say nothing of a text as a whole. */
const fewestWords = 30;
/** A grade is the age at which it begins, less five. */
const yearsOverGrade = 5;

const wordsIn = (text: string): readonly string[] => text.match(/\p{L}[\p{L}’'-]*/gu) ?? [];

/** A line of its own is a sentence, whether it ends with a stop or not. */
const sentencesIn = (text: string): readonly string[] =>
  text
    .split(/\n+|(?<=[.!?])\s+/)
    .map((part) => part.trim())
    .filter((part) => wordsIn(part).length > 0);

/** The Flesch-Kincaid grade of a text that was counted. */
export const gradeOf = (of: {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
}): number => 0.39 * (of.words / of.sentences) + 11.8 * (of.syllables / of.words) - 15.59;

/**
 * The reading age of a text by the Flesch-Kincaid grade: 0.39 × words a sentence + 11.8 × syllables a word − 15.59, and
 * five years (rule voice-7). Syllables are counted by rule, so the age is about right and no more.
 */
export function readingAgeOf(text: string): ReadingAge {
  const sentences = sentencesIn(text);
  const words = sentences.flatMap((sentence) => wordsIn(sentence));
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  const grade =
    words.length === 0 ? 0 : gradeOf({ sentences: sentences.length, words: words.length, syllables });
  const age = Math.min(18, Math.max(5, Math.round(grade + yearsOverGrade)));
  return {
    age: words.length < fewestWords ? null : age,
    grade: Math.round(grade * 100) / 100,
    words: words.length,
    longestSentence: sentences.toSorted((one, other) => wordsIn(other).length - wordsIn(one).length)[0] ?? '',
    hardestWords: hardestOf(sentences),
  };
}

/** Names are left out: a word with a capital inside a sentence. */
function hardestOf(sentences: readonly string[]): readonly string[] {
  const plain = sentences.flatMap((sentence) =>
    wordsIn(sentence).filter((word, at) => at === 0 || !/^\p{Lu}/u.test(word)),
  );
  return [...new Set(plain.map((word) => word.toLowerCase()))]
    .filter((word) => syllable(word) >= 3)
    .toSorted((one, other) => syllable(other) - syllable(one) || other.length - one.length)
    .slice(0, 5);
}

/** `Reading age about 11`. */
export const readingAgeWords = ({ age }: ReadingAge): string => {
  if (age === null) return 'Too few words to tell a reading age';
  if (age <= 5) return 'Reading age 5 or younger';
  return age >= 18 ? 'Reading age 18 or older' : `Reading age about ${age}`;
};

/** The same as a page shows it: the figure, and what would make the text easier. */
export function readingAgeShown(text: string) {
  const read = readingAgeOf(text);
  return {
    words: readingAgeWords(read),
    longestSentence: read.age === null ? null : read.longestSentence,
    hardestWords: read.hardestWords,
  };
}
