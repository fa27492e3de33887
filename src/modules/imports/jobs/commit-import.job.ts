import { z } from 'zod';
import { ImportId, PersonId, SchoolId } from '#src/kernel/ids.ts';
import { inScope } from '#src/platform/db/scope.ts';
import type { Job } from '#src/platform/jobs/boss.ts';
import { keepProgress } from '#src/platform/jobs/progress.ts';
import { scopeOf } from '#src/platform/program.ts';
import { commitImport } from '../commands/commit-import.ts';
import { findImporter } from '../queries/find-importer.ts';

const Ids = z.object({ schoolId: SchoolId, importId: ImportId, personId: PersonId });

/** Commits a reviewed import, as the person who pressed the button, with what they may do now. */
const commitImportJob: Job<typeof Ids> = {
  name: 'commit-import',
  ids: Ids,
  run: async (ids, { program }) => {
    const actor = await findImporter(program, ids);
    if (actor === null) return;
    const request = scopeOf(program);
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
