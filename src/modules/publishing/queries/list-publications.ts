import { londonDate } from '#src/platform/clock/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type DocumentKind, kindsOfDocument } from '../domain/document-kinds.ts';
import { type Publication, PublishedContent } from '../domain/publication.ts';
import { listReports } from './list-reports.ts';

/** What was published of a kind, or given to the governors, the newest first, with what became of it. */
export async function listPublications(
  tx: Tx,
  kind: DocumentKind,
  most: number,
): Promise<readonly Publication[]> {
  if (!kindsOfDocument[kind].isPublic) return listReports(tx, most);
  const rows = await tx
    .selectFrom('publications as p')
    .leftJoin('publicationWithdrawals as w', (join) =>
      join.onRef('w.schoolId', '=', 'p.schoolId').onRef('w.publicationId', '=', 'p.publicationId'),
    )
    .select([
      'p.publicationId',
      'p.number',
      'p.documentVersion',
      'p.content',
      'p.publishedAt',
      'w.withdrawnAt',
      'w.why',
    ])
    .where('p.schoolId', '=', tx.scope.actor.schoolId)
    .where('p.kind', '=', kind)
    .orderBy('p.number', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ publishedAt, withdrawnAt, why, content, ...row }) => ({
    ...row,
    publishedOn: londonDate(publishedAt),
    withdrawnOn: withdrawnAt === null ? null : londonDate(withdrawnAt),
    withdrawnWhy: why,
    content: PublishedContent.parse(content),
  }));
}

/** The newest of a kind; null when none was ever published. */
export const findPublication = async (tx: Tx, kind: DocumentKind): Promise<Publication | null> =>
  (await listPublications(tx, kind, 1))[0] ?? null;
