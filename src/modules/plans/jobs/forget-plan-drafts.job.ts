import { z } from 'zod';
import type { Job } from '#src/platform/jobs/job.ts';
import { forgetDrafts } from '../commands/forget-drafts.ts';

const ids = z.object({});

/** Each night: words that were typed into a plan and neither saved nor looked at for 30 days. */
export default {
  name: 'forget-plan-drafts',
  ids,
  cron: '45 0 * * *',
  run: (_, { program }) => forgetDrafts(program),
} satisfies Job<typeof ids>;
