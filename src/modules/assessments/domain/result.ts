import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';

/** What a pupil scored on a measure on a day. */
export type AssessmentResult = {
  readonly resultId: string;
  readonly pupilId: PupilId;
  readonly measureKey: string;
  readonly on: SchoolDate;
  readonly score: number;
  /** The edition or form of the test: A and B are not the same questions. */
  readonly form: string | null;
  readonly note: string | null;
  readonly source: string;
  readonly version: number;
};

export const resultRefusals = {
  outside_scale: 'The score is outside the scale of this measure',
  in_future: 'The day of the test must be today or in the past',
  before_birth: 'The day of the test must be after the pupil was born',
  there_already: 'There is a score of this measure on this day already. Withdraw it first if it is wrong',
} as const;
export type ResultRefusal = keyof typeof resultRefusals;
