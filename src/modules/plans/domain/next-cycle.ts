import type { Plan, SectionKind, Target, TargetWords } from './plan.ts';

/** What a new cycle begins with, and from which target each one comes. */
export type NextCycle = {
  readonly sections: readonly { readonly kind: SectionKind; readonly words: string }[];
  readonly targets: readonly { readonly from: string; readonly words: TargetWords }[];
};

/**
 * What goes on into the next cycle: the words of every part that was needed, unmarked, to be looked at again; and each
 * target that was not closed. A target that is carried keeps its words and loses its day; its start is what the review
 * found. Views are asked anew: they belong to the day they were given.
 */
export function nextCycleOf(plan: Plan): NextCycle {
  return {
    sections: plan.sections.flatMap(({ kind, words, mark }) =>
      words === null || mark === 'not_needed' || asked.includes(kind) ? [] : [{ kind, words }],
    ),
    targets: plan.targets
      .filter(({ review }) => review !== null && review.decision !== 'close')
      .map((target) => ({ from: target.targetId, words: carried(target) })),
  };
}

const asked: readonly SectionKind[] = ['pupil_views', 'parent_views'];

const carried = ({ area, words, baseline, success, strategies, review }: Target): TargetWords => ({
  area,
  words,
  baseline: review?.words ?? baseline,
  success,
  byOn: null,
  strategies,
});
