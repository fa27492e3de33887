import type { MeanChange } from './change.ts';

export type CostOfChange = {
  readonly pencePerPupil: number | null;
  /** For each pupil and each point gained; null where the gain cannot be told from none. */
  readonly pencePerPoint: number | null;
};

/**
 * (rule impact-13) What the run cost for each pupil, and for each point that a pupil gained: whole pence, half up. The
 * second only where the whole 95 % interval lies above nought: by a gain that may be none nothing is divided.
 * £900 for 6 pupils who gained 5 → £150 each, £30 a point.
 */
export function costOfChange(pence: number | null, pupils: number, change: MeanChange | null): CostOfChange {
  if (pence === null || pupils < 1) return { pencePerPupil: null, pencePerPoint: null };
  const each = pence / pupils;
  const isGain = change !== null && change.interval[0] > 0;
  return { pencePerPupil: Math.round(each), pencePerPoint: isGain ? Math.round(each / change.mean) : null };
}
