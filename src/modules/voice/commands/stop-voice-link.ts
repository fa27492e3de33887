import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { voiceEvents } from '../domain/voice.events.ts';
import { linkState, type VoiceLink } from '../domain/voice-link.ts';
import { makeCode } from './voice-code.ts';

const record = recorder(voiceEvents);
const of = ({ pupilId, voiceLinkId }: VoiceLink) =>
  ({ audience: 'plans', pupilId, subjectId: voiceLinkId }) as const;

/** Stops a link, with a reason: it and whatever it had opened are dead from this moment. */
export async function stopVoiceLink(
  tx: Tx,
  link: VoiceLink,
  why: string,
): Promise<Result<null, 'stopped_already'>> {
  const { numUpdatedRows } = await tx
    .updateTable('voiceLinks')
    .set({
      stoppedAt: tx.scope.clock.now(),
      stoppedWhy: why,
      codeHash: null,
      sessionHash: null,
      version: link.version + 1,
    })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('voiceLinkId', '=', link.voiceLinkId)
    .where('stoppedAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('stopped_already');
  await record(tx, {
    type: 'VoiceLinkStopped',
    ...of(link),
    why,
    changes: { state: { before: linkState(link, tx.scope.clock.now()), after: 'stopped' } },
  });
  return done(null);
}

/** Makes a new code for a link that lives; the code before it is dead. Returns the code, to be read out. */
export async function makeNewCode(tx: Tx, secret: string, link: VoiceLink): Promise<Result<string, 'dead'>> {
  const now = tx.scope.clock.now();
  const state = linkState(link, now);
  if (state !== 'waiting' && state !== 'opened') return refused('dead');
  const { code, ...kept } = makeCode(secret, { ...link, now });
  const { numUpdatedRows } = await tx
    .updateTable('voiceLinks')
    .set({ ...kept, version: link.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('voiceLinkId', '=', link.voiceLinkId)
    .where('version', '=', link.version)
    .where('stoppedAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('dead');
  await record(tx, {
    type: 'VoiceCodeMade',
    ...of(link),
    changes: { asked: { before: null, after: 'by a member of staff' } },
  });
  return done(code);
}
