import { z } from 'zod';
import { SchoolId } from '#src/kernel/ids.ts';
import type { Job } from '#src/platform/jobs/job.ts';
import { mailInvitations } from '../commands/mail-invitations.ts';

const ids = z.object({ schoolId: SchoolId });

/** Mails who was invited to reviews. */
export default {
  name: 'mail-invitations',
  ids,
  run: ({ schoolId }, { program }) => mailInvitations(program, schoolId),
} satisfies Job<typeof ids>;
