import { createHmac, timingSafeEqual } from 'node:crypto';

const stepSeconds = 30;
const digits = 6;

/** The code that an app shows at a moment, in milliseconds. */
export const timeCodeAt = (secret: string, at: number): string =>
  codeOf(secret, Math.floor(at / 1000 / stepSeconds)).toString();

/** The code of one step of thirty seconds (RFC 6238, SHA-1). */
function codeOf(secret: string, step: number): Buffer {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const from = (hash.at(-1) ?? 0) & 0xf;
  const number = (hash.readUInt32BE(from) & 0x7fffffff) % 10 ** digits;
  return Buffer.from(String(number).padStart(digits, '0'));
}

const nearbySteps = 1;
/** An hour and a half either way: a clock in the wrong zone, or one that summer time passed by. */
const farSteps = 180;

/** How a code stands to the clock: the step that it belongs to, or by how many minutes the other clock is wrong. */
export type CodeReading = { readonly step: number } | { readonly minutesOff: number } | 'wrong';

/**
 * Reads a typed code. One step of drift either way is allowed. A code of up to an hour and a half away opens
 * nothing: it says that a clock is wrong. `at` is in milliseconds.
 */
export function readTimeCode(secret: string, typed: string, at: number): CodeReading {
  const code = Buffer.from(typed.replace(/\s/g, ''));
  if (code.length !== digits) return 'wrong';
  const now = Math.floor(at / 1000 / stepSeconds);
  for (let off = 0; off <= farSteps; off++) {
    for (const step of off === 0 ? [now] : [now - off, now + off]) {
      if (step < 0 || !timingSafeEqual(codeOf(secret, step), code)) continue;
      return off <= nearbySteps ? { step } : { minutesOff: Math.round(((step - now) * stepSeconds) / 60) };
    }
  }
  return 'wrong';
}
