import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { endpoints } from '#src/api/endpoints.ts';
import { describeApi } from '#src/api/openapi.ts';
import { schoolDate } from '#src/kernel/dates.ts';
import type { PersonId } from '#src/kernel/ids.ts';
import { makeToken, type RoleName } from '#src/modules/identity/index.ts';
import * as given from './given.ts';
import { app, asOwner } from './worker-database.ts';

type Json = Readonly<Record<string, unknown>>;

/** An answer of the API: JSON, a problem or nothing. */
export type Told = {
  readonly status: number;
  readonly body: Json;
  readonly headers: Headers;
};

export type ApiClient = {
  readonly token: string;
  readonly personId: PersonId;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Told>;
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Told>;
  readonly send: (method: string, path: string, init?: RequestInit) => Promise<Told>;
};

export const address = 'http://localhost:3000/api/v1';
export const description = describeApi(endpoints, 'http://localhost:3000');

const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { binary: true } });
addFormats.default(ajv);

/** A place in the description, or undefined. */
export const at = (whole: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>((part, key) => Reflect.get(Object(part), key), whole);

const pathOf = (path: string): string | undefined =>
  endpoints
    .map((one) => one.path)
    .toSorted((one, other) => one.split(':').length - other.split(':').length)
    .find((one) => new RegExp(`^${one.replace(/:[A-Za-z]+/g, '[^/]+')}$`).test(path.split('?')[0] ?? ''));

/** What is wrong with an answer by the API's own description, in words. */
export function faultsOf(method: string, path: string, told: Told): string[] {
  const known = pathOf(path);
  if (known === undefined || told.status === 405) return [];
  const place = known.replace(/:([A-Za-z]+)/g, '{$1}');
  const listed = at(description.paths, place, method.toLowerCase(), 'responses', String(told.status));
  const isProblem = told.status >= 400;
  const schema = isProblem
    ? at(description.components, 'schemas', 'Problem')
    : at(listed, 'content', 'application/json', 'schema');
  const wanted = isProblem ? 'application/problem+json' : 'application/json; charset=utf-8';
  const type = told.headers.get('content-type');
  if (listed === undefined || schema === undefined) return [`${told.status} is not described`];
  const holds = ajv.compile(Object(schema));
  return [
    ...(type === wanted ? [] : [`comes as ${type}`]),
    ...(holds(told.body) ? [] : [ajv.errorsText(holds.errors)]),
  ];
}

/** A program with a token. Every answer it gets is held against the description. */
export function client(token: string | null, personId: PersonId): ApiClient {
  const send: ApiClient['send'] = async (method, path, init = {}) => {
    const headers = new Headers(init.headers);
    if (token !== null) headers.set('authorization', `Bearer ${token}`);
    const answer = await app.request(`${address}${path}`, { ...init, method, headers });
    const told = { status: answer.status, body: await answer.json(), headers: answer.headers };
    const faults = faultsOf(method, path, told);
    if (faults.length > 0) throw new Error(`${method} ${path} ${told.status}: ${faults.join('; ')}`);
    return told;
  };
  return {
    token: token ?? '',
    personId,
    send,
    get: (path, headers = {}) => send('GET', path, { headers }),
    post: (path, body, headers = {}) =>
      body instanceof FormData
        ? send('POST', path, { headers, body })
        : send('POST', path, {
            headers: { 'content-type': 'application/json', ...headers },
            body: JSON.stringify(body),
          }),
  };
}

type Options = { readonly name?: string; readonly isReadOnly?: boolean };

let count = 0;

/** A program of a school, with a role. */
export async function program(
  school: Pick<given.School, 'schoolId'>,
  role: RoleName,
  { name = `Program ${count++}`, isReadOnly = false }: Options = {},
): Promise<ApiClient> {
  const untilOn = schoolDate('2027-07-31');
  const made = await given.inSchool(school, (tx) => makeToken(tx, { name, role, isReadOnly, untilOn }));
  if (!made.ok) throw new Error(made.refusal);
  const [row] = await asOwner<{ personId: PersonId }>(
    'select person_id as "personId" from app.api_tokens where api_token_id = $1',
    [made.value.apiTokenId],
  );
  if (row === undefined) throw new Error('a token');
  return client(made.value.token, row.personId);
}
