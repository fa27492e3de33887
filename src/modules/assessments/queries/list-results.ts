import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { AssessmentResult } from '../domain/result.ts';

export type ResultsAsked = {
  readonly pupilIds?: readonly PupilId[] | undefined;
  readonly measureKey?: string | undefined;
  readonly fromOn?: SchoolDate | undefined;
  readonly untilOn?: SchoolDate | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
};

/** Results that stand, of pupils within the actor's reach, oldest first. */
export async function listResults(tx: Tx, asked: ResultsAsked): Promise<readonly AssessmentResult[]> {
  const { pupilIds, measureKey, fromOn, untilOn, limit, offset = 0 } = asked;
  if (pupilIds?.length === 0) return [];
  const rows = await tx
    .selectFrom('results')
    .select(['resultId', 'pupilId', 'measureKey', 'onDate', 'score', 'form', 'note', 'source', 'version'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('withdrawnAt', 'is', null)
    .$if(pupilIds !== undefined, (query) => query.where('pupilId', 'in', [...(pupilIds ?? [])]))
    .$if(measureKey !== undefined, (query) => query.where('measureKey', '=', measureKey ?? ''))
    .$if(fromOn !== undefined, (query) => query.where('onDate', '>=', fromOn ?? ''))
    .$if(untilOn !== undefined, (query) => query.where('onDate', '<=', untilOn ?? ''))
    .orderBy('onDate')
    .orderBy('resultId')
    .$if(limit !== undefined, (query) => query.limit(limit ?? 0).offset(offset))
    .execute();
  return rows.map(({ onDate, pupilId, ...row }) => ({
    ...row,
    pupilId: PupilId.parse(pupilId),
    on: schoolDate(onDate),
  }));
}
