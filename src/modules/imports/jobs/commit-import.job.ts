import { z } from 'zod';
import { programActor } from '#src/kernel/access.ts';
import { ImportId, PersonId, SchoolId } from '#src/kernel/ids.ts';
import { inScope } from '#src/platform/db/scope.ts';
import type { Job } from '#src/platform/jobs/boss.ts';
import { keepProgress } from '#src/platform/jobs/progress.ts';
import { scopeOf } from '#src/platform/program.ts';
import { commitImport, returnToReview } from '../commands/commit-import.ts';
import { findImporter } from '../queries/find-importer.ts';

const Ids = z.object({ schoolId: SchoolId, importId: ImportId, personId: PersonId });

/** Commits a reviewed import, as the person who pressed the button, with what they may do now. */
const commitImportJob: Job<typeof Ids> = {
  name: 'commit-import',
  ids: Ids,
  run: async (ids, { program }) => {
    const actor = await findImporter(program, ids);
    const request = scopeOf(program);
    if (actor === null) {
      await inScope(request, programActor(ids.schoolId), (tx) => returnToReview(tx, ids.importId));
      return;
    }
    await commitImport({
      request,
      actor,
      importId: ids.importId,
      progress: (done, total) =>
        inScope(request, actor, (tx) =>
          keepProgress(tx, { name: 'import', reference: ids.importId, done, total }),
        ),
    });
  },
};
export default commitImportJob;
