import { z } from 'zod';
import { SchoolId } from '#src/kernel/ids.ts';
import type { Job } from '#src/platform/jobs/job.ts';
import { mailAsks } from '../commands/mail-asks.ts';

const ids = z.object({ schoolId: SchoolId });

/** Mails what was asked or asked again by hand. */
export default {
  name: 'mail-asks',
  ids,
  run: ({ schoolId }, { program }) => mailAsks(program, schoolId),
} satisfies Job<typeof ids>;
