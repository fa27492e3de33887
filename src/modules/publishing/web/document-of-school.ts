import { z } from 'zod';
import { getSchool, type School } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { heldApprovals, missing, partsAsked, type WorkedDocument } from '../domain/document.ts';
import { type DocumentKind, kindOfSlug, kindsOfDocument } from '../domain/document-kinds.ts';
import { contentOf, type Publication, type PublishedContent } from '../domain/publication.ts';
import type { ReportTable } from '../domain/report-tables.ts';
import { findDocument } from '../queries/find-document.ts';
import { listPublications } from '../queries/list-publications.ts';

const slugs = ['inclusion-strategy', 'sen-information-report', 'governors-report'] as const;
export const OfKind = z.object({ document: z.enum(slugs) });

export const publishedHref = '/school/published';
export const documentHref = (kind: DocumentKind): string => `${publishedHref}/${kindsOfDocument[kind].slug}`;
export const publicHref = (urn: string, kind: DocumentKind): string =>
  `/p/${urn}/${kindsOfDocument[kind].slug}`;
export const reportHref = (number: number): string => `/insight/reports/${number}`;

/** Special schools and alternative provision are not asked for what mainstream schools are. */
export const isMainstream = ({ phase }: Pick<School, 'phase'>): boolean =>
  phase !== 'special' && phase !== 'alternative';

export type Held = {
  readonly kind: DocumentKind;
  readonly school: School;
  readonly document: WorkedDocument;
  /** The newest, withdrawn or not: what anybody reads, or what the governors do. */
  readonly last: Publication | null;
};

/** The document of this school year with what it hangs on; null where it was not begun. */
export async function loadDocument(tx: Tx, slug: string): Promise<Held | null> {
  const kind = kindOfSlug(slug);
  const document = kind === null ? null : await findDocument(tx, kind);
  if (kind === null || document === null) return null;
  const { school, published } = await tx.scope.together({
    school: getSchool,
    published: (on) => listPublications(on, kind, 1),
  });
  return { kind, school, document, last: published[0] ?? null };
}

/** What is public now, or with the governors; null where nothing is. */
export const publicNow = ({ last }: Pick<Held, 'last'>): Publication | null =>
  last === null || last.withdrawnOn !== null ? null : last;

export const isPublishedAsItStands = (held: Held): boolean => {
  const now = publicNow(held);
  return (
    now !== null &&
    now.documentVersion === held.document.version &&
    now.content.firstYear === held.document.firstYear
  );
};

export const missingIn = ({ document, school }: Held) => missing(document, isMainstream(school));
export const rulesOf = ({ kind, school }: Held) => partsAsked(kind, isMainstream(school));
export const presentContent = (
  { document, school }: Held,
  tables: readonly ReportTable[] = [],
): PublishedContent => contentOf(document, school.name, { approvals: heldApprovals(document), tables });

export const staleWords =
  'Somebody changed this document while you had it open. Nothing was done: look at it as it stands now';
