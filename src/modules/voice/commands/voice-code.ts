import { createHmac, randomBytes } from 'node:crypto';
import type { SchoolId } from '#src/kernel/ids.ts';
import { linkToken } from '#src/modules/identity/index.ts';
import { codeFrom, codeLasts, readCode } from '../domain/voice-link.ts';

/**
 * The hash under which a code is kept. A code is short, so the hash takes the program's own secret: the table alone tells
 * nobody which code it was.
 */
export const hashOfCode = (secret: string, voiceLinkId: string, typed: string): string =>
  createHmac('sha256', secret)
    .update(`voice ${voiceLinkId} ${readCode(typed)}`)
    .digest('hex');

/** A new code with what is kept of it: never longer than the link itself. */
export function makeCode(secret: string, given: { voiceLinkId: string; now: Date; untilAt: Date }) {
  const code = codeFrom(randomBytes(32));
  const ends = Math.min(given.now.getTime() + codeLasts, given.untilAt.getTime());
  return { code, codeHash: hashOfCode(secret, given.voiceLinkId, code), codeUntil: new Date(ends) };
}

/** A new secret of 256 bits for a link or for a sitting: its token, and the hash to keep. */
export const makeVoiceToken = (schoolId: SchoolId, id: string) =>
  linkToken({ schoolId, id, secret: randomBytes(32) });
