import { z } from 'zod';
import { PupilId } from './ids.ts';

/** The pupils ticked in a list, one at least and `most` at the most. */
export const tickedPupils = (most: number) => ({
  label: 'Pupils',
  kind: 'checkboxes' as const,
  schema: z
    .array(PupilId, { error: 'Select pupils' })
    .min(1, 'Select at least one pupil')
    .max(most, `Select ${most} pupils or fewer: do the rest after them`),
});
