import { z } from 'zod';
import type { Job } from '#src/platform/jobs/job.ts';
import { refreshReviewMarksEverywhere } from '../commands/refresh-review-marks.ts';

const ids = z.object({});

/** After midnight, behind the lines of the register: reviews become late, and meetings a year old. */
export default {
  name: 'refresh-review-marks',
  ids,
  cron: '20 0 * * *',
  run: (_, { program }) => refreshReviewMarksEverywhere(program),
} satisfies Job<typeof ids>;
