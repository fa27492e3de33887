import { z } from 'zod';
import type { Job } from '#src/platform/jobs/job.ts';
import { sweepFiles } from '../commands/sweep-files.ts';

const ids = z.object({});

/** Each night: bytes of which no row speaks. */
export default {
  name: 'sweep-files',
  ids,
  cron: '50 1 * * *',
  run: async (_, { program }) => {
    await sweepFiles(program);
  },
} satisfies Job<typeof ids>;
