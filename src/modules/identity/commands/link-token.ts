import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { SchoolId } from '#src/kernel/ids.ts';

/** What a link says: what it opens, in which school, and the hash of the secret that only the link holds. */
export type LinkToken = { readonly schoolId: SchoolId; readonly id: string; readonly secretHash: string };

const hashOf = (secret: Uint8Array): string => createHash('sha256').update(secret).digest('hex');
const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');
const idOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** A new secret of 256 bits: the token of a link, and the hash to keep. */
export function makeLinkToken(schoolId: SchoolId, id: string) {
  const secret = randomBytes(32);
  const token = Buffer.concat([bytesOf(schoolId), bytesOf(id), secret]).toString('base64url');
  return { token, secretHash: hashOf(secret) };
}

/** Reads a token; null for what no link of ours can be. */
export function readLinkToken(token: string): LinkToken | null {
  if (!/^[A-Za-z0-9_-]{86}$/.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const schoolId = SchoolId.safeParse(idOf(bytes.subarray(0, 16)));
  const id = z.uuid().safeParse(idOf(bytes.subarray(16, 32)));
  if (!schoolId.success || !id.success) return null;
  return { schoolId: schoolId.data, id: id.data, secretHash: hashOf(bytes.subarray(32)) };
}
