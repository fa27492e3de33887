import { createHmac } from 'node:crypto';
import type { SchoolId } from '#src/kernel/ids.ts';
import { linkToken } from '#src/modules/identity/index.ts';
import { codeFrom, codeWords, hashOfCode } from '#src/modules/voice/index.ts';

/** The token and code of a link to a paper, and what is kept of them: made from the secret and the id, as those of invitations. */
export function paperLinkOf(
  secret: string,
  of: { readonly schoolId: SchoolId; readonly deliveryId: string },
) {
  const made = (what: string) =>
    createHmac('sha512', secret).update(`paper ${what} ${of.deliveryId}`).digest();
  const { token, secretHash } = linkToken({
    schoolId: of.schoolId,
    id: of.deliveryId,
    secret: made('link').subarray(0, 32),
  });
  const code = codeFrom(made('code'));
  return {
    path: `/papers/${token}`,
    code: codeWords(code),
    kept: { secretHash, codeHash: hashOfCode(secret, of.deliveryId, code) },
  };
}

/** So long a code that was given lets its browser take the paper. */
const sittingMs = 15 * 60 * 1000;

const sealOf = (secret: string, deliveryId: string, until: number): string =>
  createHmac('sha256', secret).update(`paper sitting ${deliveryId} ${until}`).digest('hex');

/** What a browser holds after the right code: until when, and the seal on it. */
export function sittingOf(secret: string, deliveryId: string, now: Date): string {
  const until = now.getTime() + sittingMs;
  return `${until}.${sealOf(secret, deliveryId, until)}`;
}

/** Whether a browser gave the code of this paper a moment ago. */
export function isSitting(secret: string, of: { deliveryId: string; held: string; now: Date }): boolean {
  const [until = '', seal = ''] = of.held.split('.');
  return Number(until) > of.now.getTime() && seal === sealOf(secret, of.deliveryId, Number(until));
}
