import { z } from 'zod';
import type { Job } from '#src/platform/jobs/job.ts';
import { refreshEverySchool } from '../commands/refresh-every-school.ts';

const ids = z.object({});

/** Just after midnight: what was to begin or end with the new day shows on every list. */
export default {
  name: 'refresh-lines',
  ids,
  cron: '5 0 * * *',
  run: (_, { program }) => refreshEverySchool(program),
} satisfies Job<typeof ids>;
