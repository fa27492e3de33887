import { type Direction, gainOf } from './change.ts';

/** What is known of how far a score may be out by chance. */
export type Reliability = {
  /** The standard error of measurement in points, where it is published. */
  readonly sem: number | null;
  readonly sd: number | null;
  /** Between 0 and 1: alpha, alternative forms or retest, as the source gives it. */
  readonly reliability: number | null;
};

/** (rule impact-7) The standard error of measurement: as published, else SD × √(1 - r). SD 15, r 0.90 → 4.74. */
export const errorOfMeasurement = ({ sem, sd, reliability }: Reliability): number | null => {
  if (sem !== null) return sem > 0 ? sem : null;
  if (sd === null || reliability === null || sd <= 0 || reliability <= 0 || reliability >= 1) return null;
  return sd * Math.sqrt(1 - reliability);
};

/** 95 %: a change so large is expected by chance alone in one pupil of twenty. */
const criterion = 1.96;

export const reliableWords = {
  improved: 'Reliable improvement',
  same: 'No reliable change',
  declined: 'Reliable decline',
} as const;
export type ReliableChange = keyof typeof reliableWords;

export type PupilChange = {
  /** The gain in standard errors of a difference. */
  readonly index: number;
  readonly change: ReliableChange;
  /** The smallest gain in points that would be reliable. */
  readonly needed: number;
};

/**
 * (rule impact-8) The reliable change index: gain / (√2 × SEM); beyond 1.96 either way the change is reliable. Jacobson and
 * Truax (1991): 32.5 to 47.5 with SD 7.5 and r 0.80 → 15 / 4.74 = 3.16. Null where the measure tells no error.
 */
export function reliableChange(
  { entry, exit }: { readonly entry: number; readonly exit: number },
  measure: Reliability & { readonly direction: Direction },
): PupilChange | null {
  const sem = errorOfMeasurement(measure);
  if (sem === null) return null;
  const ofDifference = Math.SQRT2 * sem;
  const index = gainOf(measure.direction, entry, exit) / ofDifference;
  const change = index > criterion ? 'improved' : index < -criterion ? 'declined' : 'same';
  return { index, change, needed: criterion * ofDifference };
}
