import type { ChangeApart, MeanChange } from './change.ts';
import type { EffectSize } from './effect-size.ts';
import type { ReliableChange } from './reliable-change.ts';

export const verdictWords = {
  keep: 'Keep',
  change: 'Change',
  stop: 'Stop',
  not_enough_data: 'Not enough data',
} as const;
export type Verdict = keyof typeof verdictWords;

/** Below this many pupils with both scores a group has no verdict, and no figure of the group is shown. */
export const fewestPupils = 5;
const fewestDelivered = 0.75;
const fewestTested = 2 / 3;
const smallestEffect = 0.2;

export const reasonWords = {
  unequal_steps:
    'Percentiles are not equal steps, so they have no mean: enter the standard scores of the test.',
  not_enough_delivered:
    'Fewer than three quarters of the planned sessions were held: deliver it before judging it.',
  too_few_pupils: 'Fewer than 5 pupils have a score at entry and at exit: read each pupil’s own change.',
  too_many_untested: 'More than a third of the pupils have no score at exit, and may differ from the others.',
  no_spread: 'Every pupil changed by the same amount: the scores do not tell how sure the mean is.',
  more_than_expected: 'The pupils gained more than expected, and chance alone does not explain it.',
  gained: 'The pupils gained, and chance alone does not explain it.',
  small_effect: 'The gain is real but small: less than a fifth of the spread of scores.',
  half_improved: 'At least half of the pupils improved reliably, and none declined.',
  fell_behind: 'The pupils gained less than expected, and chance alone does not explain it.',
  fell: 'The scores went the wrong way, and chance alone does not explain it.',
  more_declined: 'At least a quarter of the pupils declined reliably, and fewer improved.',
  kept_pace: 'The pupils kept pace: a gain beyond it cannot be told from chance.',
  chance: 'The gain cannot be told from chance.',
  no_norms: 'This scale has no norms: some of the gain may be that the pupils grew older.',
  ages: 'Ages are not equal steps, and grow most from a low start or a short gap: read them with care.',
  less_than_before: 'Earlier runs here brought more.',
} as const;
export type Reason = keyof typeof reasonWords;

export type Judged = {
  readonly verdict: Verdict;
  /** What led to it, the first one first. */
  readonly reasons: readonly Reason[];
};

export type ToJudge = {
  /** Sessions that should have been held by now, and those that were. */
  readonly delivery: { readonly planned: number; readonly held: number };
  readonly pupils: number;
  /** The gains beyond what was expected, or the plain gains where nothing is known to be expected. */
  readonly beyond: MeanChange | null;
  /** Whether a mean of it says something: not of percentiles. Of ages with care. */
  readonly steps: 'equal' | 'ages' | 'none';
  readonly hasNorms: boolean;
  readonly effect: EffectSize | null;
  readonly reliable: readonly ReliableChange[];
  readonly apart: ChangeApart | null;
};

const shareOf = (all: readonly ReliableChange[], change: ReliableChange): number =>
  all.length === 0 ? 0 : all.filter((one) => one === change).length / all.length;

/** Why nothing can be said yet, or null. */
function missing({ delivery, pupils, beyond, steps }: ToJudge): Reason | null {
  if (delivery.planned > 0 && delivery.held / delivery.planned < fewestDelivered)
    return 'not_enough_delivered';
  if (beyond === null || beyond.n < fewestPupils) return 'too_few_pupils';
  if (beyond.n / Math.max(pupils, beyond.n) < fewestTested) return 'too_many_untested';
  if (steps === 'none') return 'unequal_steps';
  return beyond.spread === 0 ? 'no_spread' : null;
}

function judgeGain(given: ToJudge, [low, high]: readonly [number, number]): Judged {
  const { hasNorms, effect, reliable } = given;
  const improved = shareOf(reliable, 'improved');
  const declined = shareOf(reliable, 'declined');
  if (high < 0) return { verdict: 'stop', reasons: [hasNorms ? 'fell_behind' : 'fell'] };
  if (declined >= 0.25 && declined > improved) return { verdict: 'stop', reasons: ['more_declined'] };
  if (low > 0) {
    const first: Reason = hasNorms ? 'more_than_expected' : 'gained';
    return effect !== null && effect.size < smallestEffect
      ? { verdict: 'change', reasons: ['small_effect', first] }
      : { verdict: 'keep', reasons: [first] };
  }
  if (improved >= 0.5 && declined === 0) return { verdict: 'keep', reasons: ['half_improved'] };
  return { verdict: 'change', reasons: [hasNorms ? 'kept_pace' : 'chance'] };
}

/**
 * (rule impact-12) Keep, change, stop or not enough data, by written rules in this order. Too little delivered, fewer than
 * 5 pupils, more than a third untested: not enough data. The whole interval below nought, or at least a quarter declined
 * reliably and fewer improved: stop. The whole interval above nought: keep, but change where the effect is below 0.2.
 * At least half improved reliably and none declined: keep. Else change.
 */
export function judge(given: ToJudge): Judged {
  const lacks = missing(given);
  if (lacks !== null || given.beyond === null)
    return { verdict: 'not_enough_data', reasons: [lacks ?? 'too_few_pupils'] };
  const judged = judgeGain(given, given.beyond.interval);
  const further: readonly Reason[] = [
    ...(given.hasNorms ? [] : (['no_norms'] as const)),
    ...(given.steps === 'ages' ? (['ages'] as const) : []),
    ...(given.apart !== null && given.apart.interval[1] < 0 ? (['less_than_before'] as const) : []),
  ];
  return { ...judged, reasons: [...judged.reasons, ...further] };
}
