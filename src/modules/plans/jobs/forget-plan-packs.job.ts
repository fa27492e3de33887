import { z } from 'zod';
import type { Job } from '#src/platform/jobs/job.ts';
import { forgetPlanPacks } from '../commands/forget-plan-packs.ts';

const ids = z.object({});

/** Each night, before the files are swept: packs are kept for a week. */
export default {
  name: 'forget-plan-packs',
  ids,
  cron: '40 1 * * *',
  run: (_, { program }) => forgetPlanPacks(program),
} satisfies Job<typeof ids>;
