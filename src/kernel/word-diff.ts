/** A stretch of words that two texts share, that only the older has, or that only the newer has. */
export type Piece = { readonly kind: 'same' | 'out' | 'in'; readonly words: string };

/** Above so many comparisons the texts are told apart as wholes: nobody reads word by word what was written anew. */
const mostComparisons = 4_000_000;

/**
 * How the words of one text became those of another: the longest common run of words stays, the others are out or in. Put
 * together, what is same and out is the older text, what is same and in the newer, to the letter.
 */
export function wordDiff(before: string, after: string): readonly Piece[] {
  const [older, newer] = [tokens(before), tokens(after)];
  if (older.length * newer.length > mostComparisons) {
    return joined([
      { kind: 'out', words: before },
      { kind: 'in', words: after },
    ]);
  }
  return joined(walk(older, newer, commonLengths(older, newer)));
}

/** Each word with the space after it, so that nothing of a text is lost. */
const tokens = (text: string): readonly string[] => text.match(/\s*\S+\s*?(?=\s|$)|\s+$/g) ?? [];

/** For every pair of places, how many words the rests have in common. */
function commonLengths(older: readonly string[], newer: readonly string[]): readonly Uint16Array[] {
  const table = Array.from({ length: older.length + 1 }, () => new Uint16Array(newer.length + 1));
  for (let row = older.length - 1; row >= 0; row--) {
    for (let column = newer.length - 1; column >= 0; column--) {
      const [here, below] = [table[row], table[row + 1]];
      if (here === undefined || below === undefined) continue;
      here[column] = isSame(older[row], newer[column])
        ? 1 + (below[column + 1] ?? 0)
        : Math.max(below[column] ?? 0, here[column + 1] ?? 0);
    }
  }
  return table;
}

const isSame = (one: string | undefined, other: string | undefined): boolean => one === other;

function walk(
  older: readonly string[],
  newer: readonly string[],
  lengths: readonly Uint16Array[],
): readonly Piece[] {
  const pieces: Piece[] = [];
  let [row, column] = [0, 0];
  while (row < older.length || column < newer.length) {
    const [out, into] = [older[row], newer[column]];
    if (out !== undefined && into !== undefined && isSame(out, into)) {
      pieces.push({ kind: 'same', words: out });
      row += 1;
      column += 1;
    } else if (into === undefined || (out !== undefined && isLonger(lengths, row, column))) {
      pieces.push({ kind: 'out', words: out ?? '' });
      row += 1;
    } else {
      pieces.push({ kind: 'in', words: into });
      column += 1;
    }
  }
  return pieces;
}

const isLonger = (lengths: readonly Uint16Array[], row: number, column: number): boolean =>
  (lengths[row + 1]?.[column] ?? 0) >= (lengths[row]?.[column + 1] ?? 0);

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (piece.words === '') continue;
    if (last?.kind === piece.kind) whole[whole.length - 1] = { ...last, words: last.words + piece.words };
    else whole.push(piece);
  }
  return whole;
}
