import { randomBytes } from 'node:crypto';
import type { SchoolId } from '#src/kernel/ids.ts';
import { log } from '#src/platform/log/log.ts';
import type { Program } from '#src/platform/program.ts';
import { InvitationId } from '../domain/invitation.ts';
import type { SentLink } from '../domain/link-words.ts';
import { linkToken, readLinkToken } from './link-token.ts';

/** What a link says: which invitation of which school, and the hash of the secret that only the link holds. */
export type Link = {
  readonly schoolId: SchoolId;
  readonly invitationId: InvitationId;
  readonly secretHash: string;
};

/** A new secret of 256 bits for an invitation: the token of its link, and the hash to keep. */
export const makeToken = (schoolId: SchoolId, invitationId: InvitationId) =>
  linkToken({ schoolId, id: invitationId, secret: randomBytes(32) });

/** Reads a token; null for what no link of ours can be. */
export function readToken(token: string): Link | null {
  const read = readLinkToken(token);
  const invitationId = InvitationId.safeParse(read?.id);
  return read === null || !invitationId.success
    ? null
    : { schoolId: read.schoolId, invitationId: invitationId.data, secretHash: read.secretHash };
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
