import { z } from 'zod';
import type { Job } from '#src/platform/jobs/job.ts';
import { mailDigestsEverywhere } from '../commands/mail-digests.ts';

const ids = z.object({});

/** On Monday morning: what is late and what is due within two weeks. */
export default {
  name: 'mail-digests',
  ids,
  cron: '0 6 * * 1',
  run: (_, { program }) => mailDigestsEverywhere(program),
} satisfies Job<typeof ids>;
