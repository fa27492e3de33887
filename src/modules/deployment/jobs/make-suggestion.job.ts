import { z } from 'zod';
import { PersonId, SchoolId } from '#src/kernel/ids.ts';
import type { Job } from '#src/platform/jobs/job.ts';
import { makeSuggestion } from '../commands/make-suggestion.ts';

const ids = z.object({ schoolId: SchoolId, weekSuggestionId: z.uuid(), personId: PersonId });

/** When somebody has asked for a better week. */
export default {
  name: 'make-week-suggestion',
  ids,
  run: (asked, { program }) => makeSuggestion(program, asked),
} satisfies Job<typeof ids>;
