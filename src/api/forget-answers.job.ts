import { z } from 'zod';
import type { Job } from '#src/platform/jobs/job.ts';
import { forgetAnswers } from './forget-answers.ts';

const ids = z.object({});

/** Each night: the same change sent again is known for a day, and no longer than two. */
export default {
  name: 'forget-api-answers',
  ids,
  cron: '35 0 * * *',
  run: (_, { program }) => forgetAnswers(program),
} satisfies Job<typeof ids>;
