import { sql } from 'kysely';
import type { Audience } from '#src/kernel/access.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { audiencesOpen, type HeardRecord, heardTables } from '../domain/heard-records.ts';
import { privacyEvents } from '../domain/privacy.events.ts';

const record = recorder(privacyEvents);

type Change = { readonly pupilId: PupilId; readonly audience: Audience; readonly why: string };

/**
 * Changes who may read a record, for those who may write both audiences. The event is heard by the old audience: those
 * who could read the record before learn that they no longer can, and the timeline hides what they read then.
 */
export async function changeAudience(
  tx: Tx,
  heard: HeardRecord,
  { pupilId, audience, why }: Change,
): Promise<Result<void, 'not_open' | 'changed_since'>> {
  if (audience === heard.audience) return done(undefined);
  if (!audiencesOpen(heard, tx.scope.actor).includes(audience)) return refused('not_open');
  const { table, id } = heardTables[heard.kind];
  const { numAffectedRows = 0n } = await sql`
    update ${sql.table(table)} set audience = ${audience}, version = version + 1
    where school_id = ${tx.scope.actor.schoolId} and ${sql.ref(id)} = ${heard.recordId}
      and version = ${heard.version} and audience = ${heard.audience} and withdrawn_at is null`.execute(tx);
  if (numAffectedRows !== 1n) return refused('changed_since');
  await record(tx, {
    type: 'AudienceChanged',
    audience: heard.audience,
    pupilId,
    subjectId: heard.recordId,
    why,
    changes: { audience: { before: heard.audience, after: audience } },
  });
  return done(undefined);
}
