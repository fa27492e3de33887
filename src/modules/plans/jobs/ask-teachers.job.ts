import { z } from 'zod';
import type { Job } from '#src/platform/jobs/job.ts';
import { askEverywhere } from '../commands/mail-asks.ts';

const ids = z.object({});

/** On Monday morning: one request a person for everything that is due from them. */
export default {
  name: 'ask-teachers',
  ids,
  cron: '0 7 * * 1',
  run: (_, { program }) => askEverywhere(program),
} satisfies Job<typeof ids>;
