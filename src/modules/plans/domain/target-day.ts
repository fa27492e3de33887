import type { SchoolDate } from '#src/kernel/dates.ts';

/**
 * What is wrong with the day by which a target is to be reached: it lies before the pupil was born, or before the plan
 * began. Null where nothing is. Born 4 May 2016, by 4 May 2015 → before_birth.
 */
export function dayOfTarget(
  byOn: SchoolDate | null,
  of: { readonly bornOn: SchoolDate; readonly begunOn: SchoolDate },
): 'before_birth' | 'before_start' | null {
  if (byOn === null) return null;
  if (byOn <= of.bornOn) return 'before_birth';
  return byOn < of.begunOn ? 'before_start' : null;
}

export const targetDayWords = {
  before_birth: 'The day must be after the pupil was born',
  before_start: 'The day must not be before this plan began',
} as const;
