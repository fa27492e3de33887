import type { ImportId, PersonId, SchoolId } from '#src/kernel/ids.ts';
import { inScope } from '#src/platform/db/scope.ts';
import { keepProgress } from '#src/platform/jobs/progress.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { findImporter } from '../queries/find-importer.ts';
import { commitImport } from './commit-import.ts';

type Asked = { readonly schoolId: SchoolId; readonly importId: ImportId; readonly personId: PersonId };

/** Commits an import for somebody, showing how far it has come. Nothing happens when they may not import any more. */
export async function commitImportFor(program: Program, asked: Asked): Promise<void> {
  const actor = await findImporter(program, asked);
  if (actor === null) return;
  const request = scopeOf(program);
  const named = { name: 'import', reference: asked.importId };
  await commitImport({
    request,
    actor,
    importId: asked.importId,
    progress: (done, total) => inScope(request, actor, (tx) => keepProgress(tx, { ...named, done, total })),
  });
}
