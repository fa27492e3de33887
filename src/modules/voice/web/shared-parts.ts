import { longDate } from '#src/kernel/dates.ts';
import { type SharedCopy, sectionWords, strategyLine } from '#src/modules/plans/index.ts';
import type { Signature } from '../domain/signature.ts';
import { aboutPart, aboutTarget, type VoiceAnswer } from '../domain/voice-answers.ts';

/** What a person of the family finds: the plan, what they said so far, and their own signature under it. */
export type SharedPlan = {
  readonly copy: SharedCopy;
  readonly said: readonly VoiceAnswer[];
  readonly signed: Signature | null;
};

/** One piece of a shared plan that a family can answer to, in the order in which it is read. */
export type SharedPart = {
  readonly about: string;
  readonly title: string;
  readonly words: string;
  readonly facts: readonly string[];
  /** What adults do. */
  readonly does: readonly string[];
};

/** A plan as its family reads it: parts in words, then the targets. */
export const partsOf = ({ content }: Pick<SharedCopy, 'content'>): readonly SharedPart[] => [
  ...content.sections.map(({ kind, words }) => ({
    about: aboutPart(kind),
    title: sectionWords[kind].label,
    words,
    facts: [],
    does: [],
  })),
  ...content.targets.map(({ targetId, words, baseline, success, byOn, strategies }, at) => ({
    about: aboutTarget(targetId),
    title: `Target ${at + 1}`,
    words,
    facts: [
      ...(baseline === null ? [] : [`Now: ${baseline}`]),
      ...(success === null ? [] : [`We will know it is reached when: ${success}`]),
      ...(byOn === null ? [] : [`By ${longDate(byOn)}`]),
    ],
    does: strategies.map(strategyLine),
  })),
];
