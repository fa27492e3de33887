import { londonDate } from '#src/platform/clock/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Publication, PublishedContent } from '../domain/publication.ts';

/** The reports that governors were given, the newest first: none for those who may not see figures. */
export async function listReports(tx: Tx, most: number): Promise<readonly Publication[]> {
  const rows = await tx
    .selectFrom('governorsReports')
    .select(['reportId', 'number', 'documentVersion', 'content', 'issuedAt', 'withdrawnAt', 'withdrawnWhy'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .orderBy('number', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ reportId, issuedAt, withdrawnAt, content, ...row }) => ({
    ...row,
    publicationId: reportId,
    publishedOn: londonDate(issuedAt),
    withdrawnOn: withdrawnAt === null ? null : londonDate(withdrawnAt),
    content: PublishedContent.parse(content),
  }));
}

/** So many years of reports can be read, four a year. */
const mostKept = 40;

/** A report by its number, withdrawn or not; null where there is none. */
export const findReport = async (tx: Tx, number: number): Promise<Publication | null> =>
  (await listReports(tx, mostKept)).find((one) => one.number === number) ?? null;

/** Every report that can be read: what was withdrawn is not. */
export const listReportsToRead = async (tx: Tx): Promise<readonly Publication[]> =>
  (await listReports(tx, mostKept)).filter(({ withdrawnOn }) => withdrawnOn === null);
