import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { AssessmentResult } from '../domain/result.ts';

export type ResultsAsked = {
  readonly pupilIds?: readonly PupilId[] | undefined;
  readonly measureKey?: string | undefined;
  readonly measureKeys?: readonly string[] | undefined;
  readonly fromOn?: SchoolDate | undefined;
  readonly untilOn?: SchoolDate | undefined;
  /** One part of a long list, by id. */
  readonly part?: { readonly after: string | null; readonly limit: number } | undefined;
};

/** Results that stand, of pupils within the actor's reach, oldest first; a part of them in the order of their ids. */
export async function listResults(tx: Tx, asked: ResultsAsked): Promise<readonly AssessmentResult[]> {
  const { pupilIds, measureKey, measureKeys, fromOn, untilOn, part } = asked;
  if (pupilIds?.length === 0) return [];
  const rows = await tx
    .selectFrom('results')
    .select(['resultId', 'pupilId', 'measureKey', 'onDate', 'score', 'form', 'note', 'source', 'version'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('withdrawnAt', 'is', null)
    .$if(pupilIds !== undefined, (query) => query.where('pupilId', 'in', [...(pupilIds ?? [])]))
    .$if(measureKey !== undefined, (query) => query.where('measureKey', '=', measureKey ?? ''))
    .$if(measureKeys !== undefined, (query) => query.where('measureKey', 'in', [...(measureKeys ?? [])]))
    .$if(fromOn !== undefined, (query) => query.where('onDate', '>=', fromOn ?? ''))
    .$if(untilOn !== undefined, (query) => query.where('onDate', '<=', untilOn ?? ''))
    .$if(part?.after != null, (query) => query.where('resultId', '>', part?.after ?? ''))
    .$if(part === undefined, (query) => query.orderBy('onDate'))
    .orderBy('resultId')
    .$if(part !== undefined, (query) => query.limit(part?.limit ?? 0))
    .execute();
  return rows.map(({ onDate, pupilId, ...row }) => ({
    ...row,
    pupilId: PupilId.parse(pupilId),
    on: schoolDate(onDate),
  }));
}
