import type { Web } from '#src/platform/http/route.ts';

/** Puts the cookies of an answer of the library onto ours. */
export function keepCookies(web: Web, answer: Response): void {
  for (const cookie of answer.headers.getSetCookie()) web.header('set-cookie', cookie, { append: true });
}
