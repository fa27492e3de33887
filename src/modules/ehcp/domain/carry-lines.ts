import type { EhcLine, EhcOutcome } from './ehc-plan.ts';
import { readDose, readWho } from './read-dose.ts';
import { alike } from './word-overlap.ts';

/** So much of the words must be the same for a line to be the line of before. */
const sameLine = 0.5;

type Making = { readonly newId: () => string };

/** Each text with the record of before that it goes on with: the same words first, then the most alike; one each. */
function carried<T extends { readonly words: string }>(texts: readonly string[], before: readonly T[]) {
  const free = new Set(before);
  const take = (fits: (one: T) => boolean): T | undefined => {
    const found = [...free].find(fits);
    if (found !== undefined) free.delete(found);
    return found;
  };
  const same = texts.map((text) => take(({ words }) => words === text));
  return texts.map((text, at) => {
    const found = same[at];
    if (found !== undefined) return found;
    const [best] = [...free]
      .map((one) => ({ one, share: alike(one.words, text) }))
      .filter(({ share }) => share >= sameLine)
      .toSorted((one, other) => other.share - one.share);
    if (best !== undefined) free.delete(best.one);
    return best?.one;
  });
}

/**
 * Lines of Section F from their words: one that goes on from before keeps its commitment, so that its ledger goes on; one
 * whose words stand as they were keeps its quantity, and of any other the quantity is read anew.
 */
export function linesFrom(
  texts: readonly string[],
  before: readonly EhcLine[],
  { newId }: Making,
): readonly EhcLine[] {
  return carried(texts, before).map((old, at) => {
    const words = texts[at] ?? '';
    if (old !== undefined && old.words === words) return old;
    return {
      commitmentId: old?.commitmentId ?? newId(),
      words,
      ...readDose(words),
      byWhom: readWho(words),
      fromOn: old?.fromOn ?? null,
      untilOn: old?.untilOn ?? null,
    };
  });
}

/** Outcomes of Section E from their words: one that goes on keeps its key, and with it the targets that work towards it. */
export const outcomesFrom = (
  texts: readonly string[],
  before: readonly EhcOutcome[],
  { newId }: Making,
): readonly EhcOutcome[] =>
  carried(texts, before).map((old, at) => ({
    outcomeKey: old?.outcomeKey ?? newId(),
    words: texts[at] ?? '',
  }));
