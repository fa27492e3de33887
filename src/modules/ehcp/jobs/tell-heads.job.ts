import { z } from 'zod';
import type { Job } from '#src/platform/jobs/job.ts';
import { tellHeadsEverywhere } from '../commands/tell-heads.ts';

const ids = z.object({});

/** Each morning: legal dates of the school that are five days away. */
export default {
  name: 'tell-heads',
  ids,
  cron: '30 6 * * *',
  run: (_, { program }) => tellHeadsEverywhere(program),
} satisfies Job<typeof ids>;
