import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The value of a cookie that the sign-in library signed (`value.signature`, HMAC-SHA-256 in Base64), or null when nobody
 * signed it. Checked in one go: asked for at every page, waiting for another thread costs more than the sum.
 */
export function readSigned(cookie: string | undefined, secret: string): string | null {
  const at = cookie?.lastIndexOf('.') ?? -1;
  if (cookie === undefined || at < 1) return null;
  const value = cookie.slice(0, at);
  const given = Buffer.from(cookie.slice(at + 1));
  const right = Buffer.from(createHmac('sha256', secret).update(value).digest('base64'));
  return given.length === right.length && timingSafeEqual(given, right) ? value : null;
}
