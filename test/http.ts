import { type CheerioAPI, load } from 'cheerio';
import type { PersonId, SchoolId } from '#src/kernel/ids.ts';
import { newId } from '#src/kernel/ids.ts';
import { app, program } from './worker-database.ts';

/** An answer as a person would read it. */
export type Read = {
  readonly status: number;
  readonly goesTo: string | null;
  readonly text: string;
  readonly $: CheerioAPI;
  readonly headers: Headers;
};

export type Browser = {
  /** What it would send now: to be replayed by somebody who copied it. */
  readonly cookies: () => string;
  readonly get: (path: string) => Promise<Read>;
  readonly post: (
    path: string,
    fields?: Readonly<Record<string, string | File | readonly (string | File)[]>>,
  ) => Promise<Read>;
};

async function read(answer: Response): Promise<Read> {
  const text = await answer.text();
  return {
    status: answer.status,
    goesTo: answer.headers.get('location'),
    text,
    $: load(text),
    headers: answer.headers,
  };
}

const origin = 'http://localhost:3000';

/** A browser without script: it keeps cookies, posts forms and reads what comes. */
export function browser(cookie = '', asked: Pick<typeof app, 'request'> = app): Browser {
  const jar = new Map(cookie.split('; ').filter(Boolean).map(split));
  const send = async (path: string, init: RequestInit): Promise<Read> => {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    headers.set('origin', origin);
    const answer = await asked.request(`${origin}${path}`, { ...init, headers });
    for (const kept of answer.headers.getSetCookie()) jar.set(...split(kept.split(';')[0] ?? ''));
    return read(answer);
  };
  return {
    cookies: () => [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
    get: (path) => send(path, {}),
    post: (path, fields = {}) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) {
        for (const one of Array.isArray(value) ? value : [value]) body.append(name, one);
      }
      return send(path, { method: 'POST', body });
    },
  };
}

const split = (pair: string): [string, string] => {
  const at = pair.indexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1)];
};

/** Somebody signed in, without the half second that a password takes. The session is a real one. */
export const signedIn = async (personId: PersonId, schoolId: SchoolId | null): Promise<Browser> =>
  browser(await sessionCookie(personId, schoolId));

export async function sessionCookie(personId: PersonId, schoolId: SchoolId | null): Promise<string> {
  const context = await program.auth.$context;
  const session = await context.internalAdapter.createSession(personId);
  const { authCookies, secret } = context;
  await program.database.auth.query('update session set "schoolId" = $1 where token = $2', [
    schoolId,
    session.token,
  ]);
  const key = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(session.token));
  const signed = encodeURIComponent(`${session.token}.${Buffer.from(signature).toString('base64')}`);
  return `${authCookies.sessionToken.name}=${signed}`;
}

/** The value that stands beside a label: in a summary list, or as a table's cell. */
export function valueBeside({ $ }: Read, label: string): string | null {
  const key = $('dt').filter((_, element) => $(element).text().trim() === label);
  return key.length === 0 ? null : key.first().next('dd').text().trim();
}

/** The messages of the error summary. */
export const errorsShown = ({ $ }: Read): string[] =>
  $('.govuk-error-summary__list li')
    .toArray()
    .map((element) => $(element).text().trim());

export const uniqueEmail = () => `${newId().slice(-12)}@school.example`;
