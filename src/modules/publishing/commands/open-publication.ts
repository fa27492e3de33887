import type { Actor } from '#src/kernel/access.ts';
import type { SchoolId } from '#src/kernel/ids.ts';
import { findSchoolByUrn } from '#src/modules/school/index.ts';
import { inScope } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import type { DocumentKind } from '../domain/document-kinds.ts';
import type { Publication } from '../domain/publication.ts';
import { findPublication } from '../queries/list-publications.ts';

/** Anybody at all: of the school, no audience of any pupil's records, no pupil, nothing to write (rule pub-7). */
export const anybody = (schoolId: SchoolId): Actor => ({
  personId: null,
  schoolId,
  roles: ['public'],
  permissions: new Set(),
  reach: [],
  sees: [],
  writes: [],
});

/** What a school has published last of a kind, asked by anybody; null where there is no such school or document. */
export async function openPublication(
  program: Program,
  urn: string,
  kind: DocumentKind,
): Promise<Publication | null> {
  const schoolId = await findSchoolByUrn(program, urn);
  if (schoolId === null) return null;
  const request = { ...scopeOf(program), isLooking: true };
  return inScope(request, anybody(schoolId), (tx) => findPublication(tx, kind));
}
