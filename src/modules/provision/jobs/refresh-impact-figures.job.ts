import { z } from 'zod';
import type { Job } from '#src/platform/jobs/job.ts';
import { refreshImpactEverywhere } from '../commands/refresh-impact-figures.ts';

const ids = z.object({});

/** In the night: what provision brought, as figures without a pupil. */
export default {
  name: 'refresh-impact-figures',
  ids,
  cron: '20 1 * * *',
  run: (_, { program }) => refreshImpactEverywhere(program),
} satisfies Job<typeof ids>;
