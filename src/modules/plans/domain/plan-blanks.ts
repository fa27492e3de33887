import type { TargetWords } from './plan.ts';

/** Whether there is a letter of any script in it: signs and pictures alone say nothing that can be read aloud. */
export const hasWords = (text: string): boolean => /\p{L}/u.test(text);

/** The blanks that are left to fill, such as `[number]`, each once. A tick box and a bare number are no blanks. */
export const blanksIn = ({
  words,
  baseline,
  success,
  strategies,
}: Pick<TargetWords, 'words' | 'baseline' | 'success' | 'strategies'>): readonly string[] => {
  const text = [
    words,
    baseline ?? '',
    success ?? '',
    ...strategies.flatMap((one) => [one.words, one.who ?? '', one.howOften ?? '']),
  ].join('\n');
  return [...new Set(text.match(/\[[^\]\n]*\p{L}{2}[^\]\n]*\]/gu) ?? [])];
};
