import { type Difference, wordDiff } from '#src/modules/plans/index.ts';
import { ChangedWords } from '#src/ui/changed-words.tsx';

/** Two texts beside each other, each with what the other does not say marked. */
export function sidesOf({ before, after }: Pick<Difference, 'before' | 'after'>) {
  const pieces = wordDiff(before ?? '', after ?? '');
  return {
    older:
      before === null ? <span class="quiet">not there</span> : <ChangedWords pieces={pieces} kind="out" />,
    newer: after === null ? <span class="quiet">not there</span> : <ChangedWords pieces={pieces} kind="in" />,
  };
}
