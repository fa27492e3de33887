import { type KnownProgram, placeOf, useToken } from '#src/modules/identity/index.ts';
import type { Allowance } from '#src/platform/auth/throttle.ts';
import type { Web } from '#src/platform/http/route.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { ProblemStop } from './problem.ts';

const bearer = /^Bearer +(\S+) *$/i;

/** Said of a token that is not known, has ended or was revoked: which of them is nobody's to learn. */
export const noToken = (isGiven: boolean): ProblemStop =>
  new ProblemStop(401, {
    detail: isGiven
      ? 'This token is not known, has ended or was revoked. The SENCO makes tokens under School, For programs.'
      : 'Send the token as: Authorization: Bearer …',
    headers: { 'www-authenticate': `Bearer realm="Sendero"${isGiven ? ', error="invalid_token"' : ''}` },
  });

const slowDown = (seconds: number, detail: string): ProblemStop =>
  new ProblemStop(429, { detail, headers: { 'retry-after': String(Math.max(1, seconds)) } });

/**
 * Whose token came with the request; no cookie is looked at. Wrong ones are counted against the place that they come
 * from, which never shuts out a right one: a school's programs may share an address.
 */
export async function identify(web: Web, program: Program): Promise<KnownProgram> {
  const header = web.req.header('authorization');
  if (header === undefined) throw noToken(false);
  const text = bearer.exec(header)?.[1];
  const known = text === undefined ? null : await useToken(scopeOf(program), text);
  if (known !== null) return known;
  const wait = await program.throttles.wrongToken.tries(placeOf(web));
  throw wait === null ? noToken(true) : slowDown(wait, 'Too many wrong tokens from this address.');
}

/** Counts a request against the token's allowance, and says on the answer what is left of it. */
export async function spend(
  web: Web,
  program: Program,
  { personId, method }: { readonly personId: string; readonly method: 'GET' | 'POST' },
): Promise<void> {
  const { apiRequest, apiChange } = program.throttles;
  const request = await apiRequest.spend(personId);
  tell(web, request);
  if (request.isSpent) throw slowDown(request.seconds, `A token has ${request.most} requests a minute.`);
  if (method === 'GET') return;
  const change = await apiChange.spend(personId);
  if (change.isSpent) throw slowDown(change.seconds, `A token has ${change.most} changes a second.`);
}

function tell(web: Web, { most, left, seconds }: Allowance): void {
  web.header('ratelimit-limit', String(most));
  web.header('ratelimit-remaining', String(left));
  web.header('ratelimit-reset', String(seconds));
}
