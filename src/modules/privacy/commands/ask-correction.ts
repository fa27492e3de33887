import { sql } from 'kysely';
import { changesBetween } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import type { Values } from '#src/kernel/form.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type decideCorrectionForm, type UndecidedWhy, whyUndecided } from '../domain/correction.form.ts';
import { privacyEvents } from '../domain/privacy.events.ts';
import { type Correction, CorrectionId } from '../queries/list-corrections.ts';

const record = recorder(privacyEvents);

type Asked = {
  readonly askedBy: string;
  readonly receivedOn: SchoolDate;
  readonly source: string;
  /** The key of one entry; null when the whole kind of record is meant. */
  readonly item: string | null;
  readonly whatIsWrong: string;
};

/** Logs that somebody says a record is wrong. Nothing is changed by it. */
export async function askCorrection(
  tx: Tx,
  pupilId: PupilId,
  asked: Asked,
): Promise<Result<CorrectionId, 'in_future'>> {
  const { actor, today } = tx.scope;
  if (asked.receivedOn > today) return refused('in_future');
  const correctionId = CorrectionId.parse(newId());
  await tx
    .insertInto('correctionRequests')
    .values({ schoolId: actor.schoolId, correctionId, pupilId, ...asked, byPersonId: actor.personId })
    .execute();
  const changes = changesBetween<Record<string, unknown>>({}, asked);
  await record(tx, {
    type: 'CorrectionRequested',
    audience: 'leaders',
    pupilId,
    subjectId: correctionId,
    changes,
  });
  return done(correctionId);
}

/**
 * Decides a request: corrected, by the page that owns the fact, or not agreed, and then what whoever asks
 * says is kept beside the record.
 */
export async function decideCorrection(
  tx: Tx,
  correction: Correction,
  given: Values<typeof decideCorrectionForm>,
): Promise<Result<null, 'stale' | UndecidedWhy>> {
  const { decision, why, statement } = given;
  const reason = whyUndecided(decision, statement);
  if (reason !== null) return refused(reason);
  const { actor, today } = tx.scope;
  const { correctionId, pupilId } = correction;
  const { numUpdatedRows } = await tx
    .updateTable('correctionRequests')
    .set({ decision, why, statement: statement ?? null, decidedOn: today, version: sql`version + 1` })
    .where('schoolId', '=', actor.schoolId)
    .where('correctionId', '=', correctionId)
    .where('version', '=', given.version)
    .where('decision', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('stale');
  const changes = { decision: { before: null, after: decision } };
  await record(tx, {
    type: 'CorrectionDecided',
    audience: 'leaders',
    pupilId,
    subjectId: correctionId,
    why,
    changes,
  });
  return done(null);
}
