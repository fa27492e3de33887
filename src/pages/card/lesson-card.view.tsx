import type { Card, CardChange, CardKind, CardLine } from '#src/modules/plans/index.ts';
import { cardKinds, cardKindWords, isToRead } from '#src/modules/plans/index.ts';
import { Tag } from '#src/ui/tag.tsx';

/** The lines of a card: what must be known as a list of its own, what helps beside it. */
export function CardLines({ lines }: { lines: readonly Pick<CardLine, 'kind' | 'words'>[] }) {
  return (
    <>
      {cardKinds.map((kind) => (
        <LinesOfKind
          key={kind}
          kind={kind}
          words={lines.filter((line) => line.kind === kind).map(({ words }) => words)}
        />
      ))}
    </>
  );
}

export function LinesOfKind({ kind, words }: { kind: CardKind; words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <>
      <h3>{cardKindWords[kind]}</h3>
      <ul class={kind}>
        {words.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </>
  );
}

/** What is different since the reader read it: only that. */
export function Changes({ changes }: { changes: readonly CardChange[] }) {
  return (
    <ul class="changes">
      {changes.map(({ kind, was, now }) => (
        <li key={`${kind}${was}${now}`}>
          <span class="quiet small">{`${cardKindWords[kind]}, ${wordOf({ was, now })}: `}</span>
          {now !== null && <ins>{now}</ins>}
          {was !== null && (
            <>
              {now !== null && <span class="quiet small"> instead of </span>}
              <del>{was}</del>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

const wordOf = ({ was, now }: Pick<CardChange, 'was' | 'now'>): string => {
  if (was === null) return 'new';
  return now === null ? 'no longer' : 'changed';
};

/** Whether the reader has something to read, in a word. */
export function ReadTag({ card }: { card: Card }) {
  if (card.version === 0) return <Tag kind="watch">No card yet</Tag>;
  if (!isToRead(card)) return <Tag kind="good">Read</Tag>;
  return <Tag kind="warn">{card.seenVersion === null ? 'New to you' : 'Changed'}</Tag>;
}
