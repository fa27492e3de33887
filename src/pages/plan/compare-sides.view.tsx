import { type Difference, type Piece, wordDiff } from '#src/modules/plans/index.ts';

/** Two texts beside each other, each with what the other does not say marked. */
export function sidesOf({ before, after }: Pick<Difference, 'before' | 'after'>) {
  const pieces = wordDiff(before ?? '', after ?? '');
  return {
    older: before === null ? <span class="quiet">not there</span> : <Side pieces={pieces} kind="out" />,
    newer: after === null ? <span class="quiet">not there</span> : <Side pieces={pieces} kind="in" />,
  };
}

/** One text, with what the other does not say marked: by a line, and in words for those who listen. */
function Side({ pieces, kind }: { pieces: readonly Piece[]; kind: 'out' | 'in' }) {
  return (
    <span class="words">
      {pieces.map((piece, at) => {
        if (piece.kind === 'same') return piece.words;
        if (piece.kind !== kind) return null;
        const Mark = kind === 'out' ? 'del' : 'ins';
        return (
          <Mark key={at}>
            <span class="govuk-visually-hidden">{kind === 'out' ? ' [only here: ' : ' [new: '}</span>
            {piece.words}
            <span class="govuk-visually-hidden">] </span>
          </Mark>
        );
      })}
    </span>
  );
}
