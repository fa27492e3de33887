import { createHash } from 'node:crypto';
import { SchoolId } from '#src/kernel/ids.ts';

/** What the token of a link says: which thing of which school, and the hash of the secret that only the link holds. */
export type LinkToken = { readonly schoolId: SchoolId; readonly id: string; readonly secretHash: string };

const hashOf = (secret: Uint8Array): string => createHash('sha256').update(secret).digest('hex');
const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');
const idOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** The token of a link to one thing of a school, from a secret of 256 bits; and the hash to keep. */
export const linkToken = (of: { schoolId: SchoolId; id: string; secret: Uint8Array }) => ({
  token: Buffer.concat([bytesOf(of.schoolId), bytesOf(of.id), of.secret]).toString('base64url'),
  secretHash: hashOf(of.secret),
});

/** Reads a token; null for what no link of ours can be. */
export function readLinkToken(token: string): LinkToken | null {
  if (!/^[A-Za-z0-9_-]{86}$/.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const schoolId = SchoolId.safeParse(idOf(bytes.subarray(0, 16)));
  if (!schoolId.success) return null;
  return {
    schoolId: schoolId.data,
    id: idOf(bytes.subarray(16, 32)),
    secretHash: hashOf(bytes.subarray(32)),
  };
}
