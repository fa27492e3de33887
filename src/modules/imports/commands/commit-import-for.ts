import { programActor } from '#src/kernel/access.ts';
import type { ImportId, PersonId, SchoolId } from '#src/kernel/ids.ts';
import { inScope } from '#src/platform/db/scope.ts';
import { keepProgress } from '#src/platform/jobs/progress.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { findImporter } from '../queries/find-importer.ts';
import { commitImport, returnToReview } from './commit-import.ts';

type Asked = { readonly schoolId: SchoolId; readonly importId: ImportId; readonly personId: PersonId };

/**
 * Commits an import for somebody, showing how far it has come. When they may not import any more, the
 * file goes back to the review.
 */
export async function commitImportFor(program: Program, asked: Asked): Promise<void> {
  const actor = await findImporter(program, asked);
  if (actor === null) {
    return inScope(scopeOf(program), programActor(asked.schoolId), (tx) =>
      returnToReview(tx, asked.importId),
    );
  }
  const request = scopeOf(program);
  const named = { name: 'import', reference: asked.importId };
  await commitImport({
    request,
    actor,
    importId: asked.importId,
    // How far it has come is the program's to keep: whoever brings postings writes nothing else of the school.
    progress: (done, total) =>
      inScope(request, programActor(asked.schoolId), (tx) => keepProgress(tx, { ...named, done, total })),
  });
}
