import { newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { privacyEvents } from '../domain/privacy.events.ts';
import type { Redaction } from '../domain/redact.ts';
import { type AccessRequest, type KeptRedaction, RedactionId } from '../queries/list-access-requests.ts';

const record = recorder(privacyEvents);

/** Marks an entry, a fact of it or words to be left out of the copy. The event keeps no words: they may name somebody. */
export async function redactRecord(
  tx: Tx,
  request: AccessRequest,
  mark: Redaction & { readonly why: string },
): Promise<Result<RedactionId, 'closed'>> {
  if (request.closedOn !== null) return refused('closed');
  const { actor } = tx.scope;
  const redactionId = RedactionId.parse(newId());
  const { accessRequestId, pupilId } = request;
  await tx
    .insertInto('accessRedactions')
    .values({
      schoolId: actor.schoolId,
      redactionId,
      accessRequestId,
      pupilId,
      ...mark,
      byPersonId: actor.personId,
    })
    .execute();
  const changes = {
    source: { before: null, after: mark.source },
    ground: { before: null, after: mark.ground },
  };
  await record(tx, { type: 'RecordRedacted', audience: 'leaders', pupilId, subjectId: redactionId, changes });
  return done(redactionId);
}

/** Takes a mark back: it will stand in the next copy. */
export async function withdrawRedaction(
  tx: Tx,
  request: AccessRequest,
  redaction: KeptRedaction,
): Promise<Result<null, 'closed'>> {
  if (request.closedOn !== null) return refused('closed');
  const { actor, clock } = tx.scope;
  const { redactionId } = redaction;
  const { numUpdatedRows } = await tx
    .updateTable('accessRedactions')
    .set({ withdrawnAt: clock.now() })
    .where('schoolId', '=', actor.schoolId)
    .where('redactionId', '=', redactionId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return done(null);
  const { pupilId } = request;
  await record(tx, { type: 'RedactionWithdrawn', audience: 'leaders', pupilId, subjectId: redactionId });
  return done(null);
}
