type Piece = { readonly kind: 'same' | 'out' | 'in'; readonly words: string };

/** One text, with what the other does not say marked: by a line, and in words for those who listen. */
export function ChangedWords({ pieces, kind }: { pieces: readonly Piece[]; kind: 'out' | 'in' }) {
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
