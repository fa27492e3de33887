import { PupilId } from '#src/kernel/ids.ts';
import type { RowOf } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { deliveryOf, type VoiceLink, voiceKind } from '../domain/voice-link.ts';

/** A row as a link: its secrets stay where they are. */
export const linkOf = (row: RowOf<'voiceLinks'>): VoiceLink => ({
  voiceLinkId: row.voiceLinkId,
  planId: row.planId,
  pupilId: PupilId.parse(row.pupilId),
  kind: voiceKind(row.kind),
  carerId: row.carerId,
  forName: row.forName,
  relationship: row.relationship,
  delivery: deliveryOf(row.delivery),
  tries: row.tries,
  hasCode: row.codeHash !== null,
  openedAt: row.openedAt,
  madeAt: row.madeAt,
  untilAt: row.untilAt,
  stoppedAt: row.stoppedAt,
  stoppedWhy: row.stoppedWhy,
  version: row.version,
});

/** Every link that was made for a plan, the newest first. */
export async function listVoiceLinks(tx: Tx, planId: string): Promise<readonly VoiceLink[]> {
  const rows = await tx
    .selectFrom('voiceLinks')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('planId', '=', planId)
    .orderBy('madeAt', 'desc')
    .orderBy('voiceLinkId', 'desc')
    .execute();
  return rows.map(linkOf);
}

/** One link of a pupil; null where it is not the actor's to see. */
export async function findVoiceLink(
  tx: Tx,
  of: { readonly pupilId: PupilId; readonly voiceLinkId: string },
): Promise<VoiceLink | null> {
  const row = await tx
    .selectFrom('voiceLinks')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('pupilId', '=', of.pupilId)
    .where('voiceLinkId', '=', of.voiceLinkId)
    .executeTakeFirst();
  return row === undefined ? null : linkOf(row);
}
