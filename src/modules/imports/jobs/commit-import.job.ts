import { z } from 'zod';
import { ImportId, PersonId, SchoolId } from '#src/kernel/ids.ts';
import type { Job } from '#src/platform/jobs/job.ts';
import { commitImportFor } from '../commands/commit-import-for.ts';

const Ids = z.object({ schoolId: SchoolId, importId: ImportId, personId: PersonId });

/** Commits a reviewed import, as the person who pressed the button, with what they may do now. */
export default {
  name: 'commit-import',
  ids: Ids,
  run: (ids, { program }) => commitImportFor(program, ids),
} satisfies Job<typeof Ids>;
