import { schoolDate } from '#src/kernel/dates.ts';
import { findMeasure, recordResult, resultRefusals } from '#src/modules/assessments/index.ts';
import type { Told } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { LaidScore } from '../domain/kept-rows.ts';
import type { LeftOut } from '../domain/left-out.ts';

/** Records one score of a file. What changed since the review is left out, with the reason. */
export async function commitScore(tx: Tx, laid: LaidScore, told: Told): Promise<LeftOut> {
  const measure = await findMeasure(tx, laid.measureKey);
  if (measure === null || measure.isWithdrawn) return 'The measure is no longer on the lists.';
  const pupil = await tx
    .selectFrom('pupils')
    .select('bornOn')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('pupilId', '=', laid.pupilId)
    .executeTakeFirst();
  if (pupil === undefined) return 'The pupil is no longer held.';
  const { pupilId, on, score, form, note } = laid;
  const recorded = await recordResult(tx, {
    pupilId,
    bornOn: schoolDate(pupil.bornOn),
    measure,
    on,
    score,
    form: form ?? undefined,
    note: note ?? undefined,
    source: told.source,
  });
  return recorded.ok ? null : `${resultRefusals[recorded.refusal]}.`;
}
