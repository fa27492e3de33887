import { schoolDate } from '#src/kernel/dates.ts';
import { academicYearOf } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { approvers, fundingSources, type WorkedDocument } from '../domain/document.ts';
import { type DocumentKind, documentKind } from '../domain/document-kinds.ts';

const known = <V extends string>(values: readonly V[], text: string): V => {
  const value = values.find((one) => one === text);
  if (value === undefined) throw new Error(`Unknown value ${text}`);
  return value;
};

/** The first calendar year of the school year that it is: on 24 November 2026 → 2026. */
export const presentYear = (tx: Tx): number => Number(academicYearOf(tx.scope.today).slice(0, 4));

/** The documents of a school year, with their words, costs and approvals: one statement. */
export async function listDocuments(tx: Tx, firstYear: number): Promise<readonly WorkedDocument[]> {
  const { schoolId } = tx.scope.actor;
  const ofYear = () =>
    tx
      .selectFrom('publishedDocuments')
      .select('documentId')
      .where('schoolId', '=', schoolId)
      .where('firstYear', '=', firstYear);
  const { documents, parts, lines, approvals } = await tx.scope.together({
    documents: (on) =>
      on
        .selectFrom('publishedDocuments')
        .select(['documentId', 'kind', 'firstYear', 'reviewOn', 'spansYears', 'version'])
        .where('schoolId', '=', schoolId)
        .where('firstYear', '=', firstYear)
        .execute(),
    parts: (on) =>
      on
        .selectFrom('publishedParts')
        .select(['documentId', 'part', 'words', 'version'])
        .where('schoolId', '=', schoolId)
        .where('documentId', 'in', ofYear())
        .execute(),
    lines: (on) =>
      on
        .selectFrom('publishedLines')
        .select(['documentId', 'lineId', 'part', 'activity', 'pence', 'source'])
        .where('schoolId', '=', schoolId)
        .where('documentId', 'in', ofYear())
        .where('withdrawnAt', 'is', null)
        .orderBy('lineId')
        .execute(),
    approvals: (on) =>
      on
        .selectFrom('publishedApprovals')
        .select(['documentId', 'givenBy', 'approvedOn', 'documentVersion', 'note'])
        .where('schoolId', '=', schoolId)
        .where('documentId', 'in', ofYear())
        .orderBy('recordedAt')
        .orderBy('approvalId')
        .execute(),
  });
  return documents.map((row) => {
    const own = (one: { documentId: string }) => one.documentId === row.documentId;
    return {
      ...row,
      kind: documentKind(row.kind),
      reviewOn: row.reviewOn === null ? null : schoolDate(row.reviewOn),
      parts: parts.filter(own).map(({ part, words, version }) => ({ part, words, version })),
      lines: lines.filter(own).map(({ documentId: _, ...line }) => ({
        ...line,
        source: known(fundingSources, line.source),
      })),
      approvals: approvals.filter(own).map(({ documentId: _, ...approval }) => ({
        ...approval,
        givenBy: known(approvers, approval.givenBy),
        approvedOn: schoolDate(approval.approvedOn),
      })),
    };
  });
}

/** The document of this school year; null before it was begun. */
export const findDocument = async (tx: Tx, kind: DocumentKind): Promise<WorkedDocument | null> =>
  (await listDocuments(tx, presentYear(tx))).find((one) => one.kind === kind) ?? null;
