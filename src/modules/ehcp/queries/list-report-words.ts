import { z } from 'zod';
import type { Tx } from '#src/platform/db/scope.ts';
import { type ReportStep, type ReportWords, reportSteps } from '../domain/review/report-parts.ts';

export type ReportPage = { readonly step: ReportStep; readonly words: ReportWords; readonly version: number };

const Words = z.record(z.string(), z.string());

/** Every page of the report as it was saved last; version 0 where nothing was ever saved. */
export async function listReportWords(tx: Tx, reviewId: string): Promise<readonly ReportPage[]> {
  const rows = await tx
    .selectFrom('reviewParts')
    .select(['step', 'words', 'version'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('reviewId', '=', reviewId)
    .execute();
  const held = new Map(rows.map((row) => [row.step, row]));
  return reportSteps.map((step) => {
    const row = held.get(step);
    return row === undefined
      ? { step, words: {}, version: 0 }
      : { step, words: Words.parse(row.words), version: row.version };
  });
}

/** All parts of a report by name. */
export const wordsOfAll = (pages: readonly ReportPage[]): ReportWords =>
  Object.assign({}, ...pages.map(({ words }) => words));
