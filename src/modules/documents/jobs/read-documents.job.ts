import { z } from 'zod';
import { SchoolId } from '#src/kernel/ids.ts';
import type { Job } from '#src/platform/jobs/job.ts';
import { readWaitingDocuments } from '../commands/read-waiting-documents.ts';

const Ids = z.object({ schoolId: SchoolId.optional() });

/** After each upload, and every ten minutes for what a silent scanner held back. */
export default {
  name: 'read-documents',
  ids: Ids,
  cron: '*/10 * * * *',
  run: ({ schoolId }, { program }) => readWaitingDocuments(program, schoolId ?? null),
} satisfies Job<typeof Ids>;
