import { z } from 'zod';
import type { Job } from '#src/platform/jobs/job.ts';
import { forgetImportRows } from '../commands/forget-import-rows.ts';

const ids = z.object({});

/** Each night: what files said of pupils is kept for a month and no longer. */
export default {
  name: 'forget-import-rows',
  ids,
  cron: '25 0 * * *',
  run: (_, { program }) => forgetImportRows(program),
} satisfies Job<typeof ids>;
