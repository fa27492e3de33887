import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Answers, blanksOf, type DraftName } from '../domain/drafts.ts';
import { privacyEvents } from '../domain/privacy.events.ts';
import type { KeptAnswers } from '../queries/find-draft.ts';

const record = recorder(privacyEvents);

/** Saves what the school wrote into the blanks of a document, as a new revision; earlier ones stay. */
export async function saveAnswers(
  tx: Tx,
  document: DraftName,
  given: { readonly held: KeptAnswers; readonly answers: Answers; readonly version: number },
): Promise<Result<null, 'stale'>> {
  const { held, answers, version } = given;
  if (version !== held.revision + 1) return refused('stale');
  const own = Object.fromEntries(
    blanksOf[document].flatMap((name) => (answers[name] === undefined ? [] : [[name, answers[name]]])),
  );
  const before = Object.fromEntries(blanksOf[document].map((name) => [name, held.answers[name]]));
  const after = Object.fromEntries(blanksOf[document].map((name) => [name, own[name]]));
  const changes = changesBetween<Record<string, unknown>>(before, after);
  if (nothingChanged(changes)) return done(null);
  const { actor, clock } = tx.scope;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('privacyAnswers')
    .values({
      schoolId: actor.schoolId,
      document,
      revision: version,
      answers: JSON.stringify(own),
      savedAt: clock.now(),
      savedBy: actor.personId,
    })
    .onConflict((conflict) => conflict.columns(['schoolId', 'document', 'revision']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return refused('stale');
  await record(tx, { type: 'PrivacyAnswersSaved', audience: 'leaders', changes });
  return done(null);
}
