import { changesBetween } from '#src/kernel/changes.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Evidence, evidenceAudience, kindOfEvidence, type NewEvidence } from '../domain/evidence.ts';
import { plansEvents } from '../domain/plans.events.ts';

const record = recorder(plansEvents);

type OfTarget = { readonly targetId: string; readonly planId: string; readonly pupilId: PupilId };

/** Adds what somebody saw of a target. Says something, or has a file. Returns its id. */
export async function addEvidence(
  tx: Tx,
  given: { readonly target: OfTarget; readonly evidence: NewEvidence },
): Promise<Result<string, 'in_future' | 'says_nothing'>> {
  const { actor, clock, today } = tx.scope;
  const { targetId, planId, pupilId } = given.target;
  const { words, result, seenOn, file } = given.evidence;
  if (seenOn > today) return refused('in_future');
  if (words === null && file === null) return refused('says_nothing');
  const evidenceId = newId(clock.now().getTime());
  const kind = kindOfEvidence(given.evidence);
  const audience = evidenceAudience(actor);
  await tx
    .insertInto('targetEvidence')
    .values({
      schoolId: actor.schoolId,
      evidenceId,
      targetId,
      planId,
      pupilId,
      kind,
      words,
      result,
      documentId: file?.documentId ?? null,
      seenOn,
      byPersonId: actor.personId,
      audience,
      recordedAt: clock.now(),
    })
    .execute();
  await record(tx, {
    type: 'TargetEvidenceAdded',
    audience,
    pupilId,
    subjectId: evidenceId,
    changes: changesBetween({}, { words, result, seenOn, file: file === null ? null : fileWords(file) }),
  });
  return done(evidenceId);
}

const fileWords = ({ isPicture }: { readonly isPicture: boolean }) => (isPicture ? 'A photo' : 'A file');

/** Withdraws what was wrong, with a reason. It stays on record. */
export async function withdrawEvidence(
  tx: Tx,
  given: { readonly pupilId: PupilId; readonly evidence: Evidence; readonly why: string },
): Promise<Result<null, 'stale'>> {
  const { pupilId, evidence, why } = given;
  const { evidenceId, version, words } = evidence;
  const row = await tx
    .updateTable('targetEvidence')
    .set({ withdrawnAt: tx.scope.clock.now(), withdrawnWhy: why, version: version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('evidenceId', '=', evidenceId)
    .where('version', '=', version)
    .where('withdrawnAt', 'is', null)
    .returning('audience')
    .executeTakeFirst();
  if (row === undefined) return refused('stale');
  await record(tx, {
    type: 'TargetEvidenceWithdrawn',
    audience: row.audience === 'notes' ? 'notes' : 'plans',
    pupilId,
    subjectId: evidenceId,
    why,
    changes: { words: { before: words, after: null } },
  });
  return done(null);
}
