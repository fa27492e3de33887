import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { add } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { assessmentsEvents } from '../domain/assessments.events.ts';
import { type Measure, scaleProblem, scoreWords } from '../domain/measure.ts';
import type { AssessmentResult, ResultRefusal } from '../domain/result.ts';

const record = recorder(assessmentsEvents);

export type NewResult = {
  readonly pupilId: PupilId;
  readonly bornOn: SchoolDate;
  readonly measure: Measure;
  readonly on: SchoolDate;
  readonly score: number;
  readonly form?: string | undefined;
  readonly note?: string | undefined;
  /** Where it comes from; typed here unless it is said otherwise. */
  readonly source?: string | undefined;
};

/** Records what a pupil scored. The same measure, day and form twice is refused, also when two do it at once. */
export async function recordResult(tx: Tx, given: NewResult): Promise<Result<string, ResultRefusal>> {
  const { pupilId, measure, on, score, form = null, note = null, source = 'typed' } = given;
  const { actor, clock, today, importing } = tx.scope;
  if (scaleProblem(measure, score) !== null) return refused('outside_scale');
  if (on > today) return refused('in_future');
  if (on <= given.bornOn) return refused('before_birth');
  const resultId = newId(clock.now().getTime());
  const row = { resultId, pupilId, measureKey: measure.key, onDate: on, score, form, note, source };
  const whole = { ...row, recordedBy: actor.personId };
  if (importing !== null) {
    if (await isHeld(tx, row)) return refused('there_already');
    await add(tx, 'results', [whole]);
  } else {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('results')
      .values({ schoolId: actor.schoolId, ...whole })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) return refused('there_already');
  }
  await record(tx, {
    type: 'ResultRecorded',
    audience: 'plans',
    pupilId,
    subjectId: resultId,
    changes: {
      measure: { before: null, after: measure.name },
      on: { before: null, after: on },
      score: { before: null, after: scoreWords(measure, score) },
    },
  });
  return done(resultId);
}

/** Inside an import the row is noted as it is added, so whether it is there is asked before. */
async function isHeld(
  tx: Tx,
  {
    pupilId,
    measureKey,
    onDate,
    form,
  }: { pupilId: PupilId; measureKey: string; onDate: SchoolDate; form: string | null },
): Promise<boolean> {
  const found = await tx
    .selectFrom('results')
    .select('resultId')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('pupilId', '=', pupilId)
    .where('measureKey', '=', measureKey)
    .where('onDate', '=', onDate)
    .where('form', 'is not distinct from', form)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

/** Withdraws a wrong result with its reason. It stays on record. */
export async function withdrawResult(
  tx: Tx,
  given: { readonly result: AssessmentResult; readonly measure: Measure; readonly why: string },
): Promise<Result<null, 'stale'>> {
  const { result, measure, why } = given;
  const { numUpdatedRows } = await tx
    .updateTable('results')
    .set({ withdrawnAt: tx.scope.clock.now(), withdrawnWhy: why, version: result.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('resultId', '=', result.resultId)
    .where('version', '=', result.version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('stale');
  await record(tx, {
    type: 'ResultWithdrawn',
    audience: 'plans',
    pupilId: result.pupilId,
    subjectId: result.resultId,
    why,
    changes: {
      measure: { before: measure.name, after: null },
      score: { before: scoreWords(measure, result.score), after: null },
    },
  });
  return done(null);
}
