import { blocksOf } from '../domain/blocks.ts';

/** Written words as paragraphs and lists. */
export function Words({ words }: { words: string }) {
  return (
    <>
      {blocksOf(words).map((block, at) =>
        block.kind === 'text' ? (
          <p key={at}>{block.words}</p>
        ) : (
          <ul key={at}>
            {block.items.map((item, place) => (
              <li key={place}>{item}</li>
            ))}
          </ul>
        ),
      )}
    </>
  );
}
