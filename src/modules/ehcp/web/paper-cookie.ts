import { getCookie } from 'hono/cookie';
import type { Web } from '#src/platform/http/route.ts';
import type { Program } from '#src/platform/program.ts';

const isSecure = ({ settings }: Program): boolean => settings.url.startsWith('https:');
const nameOf = (program: Program): string => (isSecure(program) ? '__Secure-sendero_paper' : 'sendero_paper');

/** Says that the code was given: sent back to papers alone, never from another site, gone with the browser. */
export const paperCookie = (program: Program, sitting: string): string =>
  `${nameOf(program)}=${sitting}; Path=/papers; HttpOnly; SameSite=Strict${isSecure(program) ? '; Secure' : ''}`;

export const sittingIn = (web: Web, program: Program): string => getCookie(web, nameOf(program)) ?? '';
