import { z } from 'zod';
import { SchoolId } from '#src/kernel/ids.ts';
import type { Job } from '#src/platform/jobs/job.ts';
import { mailReviewPapers } from '../commands/mail-review-papers.ts';

const ids = z.object({ schoolId: SchoolId });

/** Mails the papers of reviews to those who were invited. */
export default {
  name: 'mail-review-papers',
  ids,
  run: ({ schoolId }, { program }) => mailReviewPapers(program, schoolId),
} satisfies Job<typeof ids>;
