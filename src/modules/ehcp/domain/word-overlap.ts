const small = new Set(
  'a an and the of to in for with by on at as or be is are will should would his her their he she they it that this from into who which has have had been must can may per each every minutes minute hours hour daily day days week weeks weekly term school pupil child session sessions times time once twice one two three four five'.split(
    ' ',
  ),
);

/** The words that carry meaning, in their stems, without how much and how often: `breaks` and `break` are one. */
export const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(
    (text.toLowerCase().match(/\p{L}+/gu) ?? [])
      .filter((word) => !small.has(word))
      .map((word) => word.replace(/(?:ies|y)$/, 'i').replace(/(?:ing|ed|es|s)$/, '')),
  );

/** Which share of the words of the first text the second has too: 0 none, 1 all. */
export function shareOf(one: string, other: string): number {
  const [mine, theirs] = [stemsOf(one), stemsOf(other)];
  if (mine.size === 0) return 0;
  return [...mine].filter((stem) => theirs.has(stem)).length / mine.size;
}

/** How alike two texts are, whichever is first: the smaller of the two shares. */
export const alike = (one: string, other: string): number =>
  Math.min(shareOf(one, other), shareOf(other, one));
