import { z } from 'zod';
import { PersonId, SchoolId } from '#src/kernel/ids.ts';
import type { Job } from '#src/platform/jobs/job.ts';
import { makePlanPack } from '../commands/make-plan-pack.ts';

const ids = z.object({ schoolId: SchoolId, planPackId: z.uuid(), personId: PersonId });

/** When somebody has asked for many plans as one file. */
export default {
  name: 'make-plan-pack',
  ids,
  run: (asked, { program }) => makePlanPack(program, asked),
} satisfies Job<typeof ids>;
