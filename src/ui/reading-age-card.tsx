import { Card } from './card.tsx';

type ReadingAgeProps = {
  /** `Reading age about 11` */
  readonly words: string;
  /** Null where there is too little text to say. */
  readonly longestSentence: string | null;
  readonly hardestWords: readonly string[];
};

/** How hard a text is to read, and what would make it easier. */
export function ReadingAgeCard({ words, longestSentence, hardestWords }: ReadingAgeProps) {
  return (
    <Card title="How it reads">
      <p>{`${words}.`}</p>
      {longestSentence !== null && <p class="small">{`Longest sentence: “${longestSentence}”`}</p>}
      {hardestWords.length > 0 && <p class="small">{`Hardest words: ${hardestWords.join(', ')}.`}</p>}
    </Card>
  );
}
