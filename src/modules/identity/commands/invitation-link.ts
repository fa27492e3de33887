import { createHash, randomBytes } from 'node:crypto';
import { SchoolId } from '#src/kernel/ids.ts';
import { log } from '#src/platform/log/log.ts';
import type { Program } from '#src/platform/program.ts';
import { InvitationId } from '../domain/invitation.ts';
import type { SentLink } from '../domain/link-words.ts';

/** What a link says: which invitation of which school, and the hash of the secret that only the link holds. */
export type Link = {
  readonly schoolId: SchoolId;
  readonly invitationId: InvitationId;
  readonly secretHash: string;
};

const hashOf = (secret: Uint8Array): string => createHash('sha256').update(secret).digest('hex');
const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');
const idOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** A new secret of 256 bits for an invitation: the token of its link, and the hash to keep. */
export function makeToken(schoolId: SchoolId, invitationId: InvitationId) {
  const secret = randomBytes(32);
  const token = Buffer.concat([bytesOf(schoolId), bytesOf(invitationId), secret]).toString('base64url');
  return { token, secretHash: hashOf(secret) };
}

/** Reads a token; null for what no link of ours can be. */
export function readToken(token: string): Link | null {
  if (!/^[A-Za-z0-9_-]{86}$/.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const schoolId = SchoolId.safeParse(idOf(bytes.subarray(0, 16)));
  const invitationId = InvitationId.safeParse(idOf(bytes.subarray(16, 32)));
  if (!schoolId.success || !invitationId.success) return null;
  return {
    schoolId: schoolId.data,
    invitationId: invitationId.data,
    secretHash: hashOf(bytes.subarray(32)),
  };
}

/** Sends the link by mail. A mail that cannot be sent stops nothing: the link is shown to be handed over. */
export async function sendLink(
  { post, settings }: Pick<Program, 'post' | 'settings'>,
  to: {
    readonly email: string;
    readonly knownAs: string;
    readonly schoolName: string;
    readonly token: string;
  },
): Promise<SentLink> {
  const address = `${settings.url}/invitation/${to.token}`;
  const mail = {
    to: to.email,
    subject: 'You are asked to join Sendero',
    text: `${to.knownAs},\n\n${to.schoolName} asks you to join Sendero. Open this link to accept. It works once, for seven days.\n\n${address}\n`,
  };
  try {
    await post.send(mail);
    return { address, isMailed: true };
  } catch (failure) {
    log.error({ code: Reflect.get(Object(failure), 'code') }, 'an invitation was not mailed');
    return { address, isMailed: false };
  }
}
