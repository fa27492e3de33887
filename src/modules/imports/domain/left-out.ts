/** What became of a row, in words for the review: what was left out and why. Null when all of it was taken. */
export type LeftOut = string | null;
