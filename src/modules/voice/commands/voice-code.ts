import { createHmac, randomBytes } from 'node:crypto';
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
