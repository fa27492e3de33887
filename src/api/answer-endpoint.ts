import { z } from 'zod';
import { type Endpoint, isRefused } from '#src/api/endpoint.ts';
import { type Member, may } from '#src/kernel/access.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { Forbidden, NotFound } from '#src/kernel/stops.ts';
import type { KnownProgram } from '#src/modules/identity/index.ts';
import { recordView } from '#src/platform/audit/record.ts';
import { asPerson, type FindActor, type Tx } from '#src/platform/db/scope.ts';
import type { Web } from '#src/platform/http/route.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { keepAnswer, type Once, onceOf, takeKey } from './count-once.ts';
import { identify, noToken, spend } from './identify.ts';
import { apiBase, listsIn } from './openapi.ts';
import { ProblemStop } from './problem.ts';
import { errorsIn, readBody } from './read-body.ts';

type Outcome = {
  readonly status: number;
  readonly body: unknown;
  readonly at: string | null;
  readonly isRepeat: boolean;
};

/** One answer of the API, from the token to the JSON. */
export async function answerEndpoint(web: Web, program: Program, of: Endpoint): Promise<Response> {
  const known = await identify(web, program);
  await spend(web, program, { personId: known.personId, method: of.method });
  const params = of.params.safeParse(web.req.param());
  if (!params.success) throw new NotFound();
  const search = of.search.safeParse(searchOf(web, of));
  if (!search.success) throw new ProblemStop(400, { errors: errorsIn(search.error) });
  if (known.isReadOnly && of.method !== 'GET')
    throw new ProblemStop(403, { detail: 'This token is read only.' });
  const sent = await bodyOf(web, of);
  const enter = entering(program, known, { may: of.may, params: params.data });
  const { body } = sent;
  const prepared =
    sent.errors === null ? await of.prepare({ enter: (work) => enter(true, work), body }) : null;
  const parts = { params: params.data, search: search.data, body, prepared, program, caller: known };
  const outcome = await enter(of.method === 'GET', (tx, actor) => perform(of, sent, { ...parts, tx, actor }));
  if (outcome.at !== null) web.header('location', `${apiBase}${outcome.at}`);
  if (outcome.isRepeat) web.header('idempotency-replayed', 'true');
  web.header('content-type', 'application/json; charset=utf-8');
  const { status } = outcome;
  return web.body(JSON.stringify(outcome.body), status === 201 || status === 202 ? status : 200);
}

/** Inside the transaction: the same key again, or the deed, its view record and what is kept of its answer. */
async function perform(of: Endpoint, sent: Sent, given: Parameters<Endpoint['run']>[0]): Promise<Outcome> {
  const { tx } = given;
  if (sent.errors !== null) throw new ProblemStop(422, { errors: sent.errors });
  const kept = sent.once === null ? null : await takeKey(tx, sent.once);
  if (kept !== null) return { ...kept, at: null, isRepeat: true };
  const done = await of.run(given);
  if (done === null) throw new NotFound();
  if (isRefused(done))
    throw new ProblemStop(sent.isIfMatch && done.refused === 409 ? 412 : done.refused, done);
  await recordView(tx, `${of.method} ${apiBase}${of.path}`, done.pupilIds);
  if (sent.once !== null) await keepAnswer(tx, sent.once, { status: of.status, body: done.body });
  return { status: of.status, body: done.body, at: done.at, isRepeat: false };
}

type Sent = {
  readonly body: unknown;
  readonly errors: Record<string, string> | null;
  readonly once: Once | null;
  readonly isIfMatch: boolean;
};

/** The body by its schema, and its key. `If-Match` stands for the version of a body that names none. */
async function bodyOf(web: Web, of: Endpoint): Promise<Sent> {
  if (of.method === 'GET') return { body: null, errors: null, once: null, isIfMatch: false };
  const { values, mark } = of.body === null ? { values: null, mark: '' } : await readBody(web, of);
  const once = onceOf(web.req.header('idempotency-key'), [of.path, web.req.url, mark]);
  if (of.body === null) return { body: null, errors: null, once, isIfMatch: false };
  const version = /^(?:W\/)?"(.+)"$/.exec(web.req.header('if-match') ?? '')?.[1];
  const record = z.record(z.string(), z.unknown()).safeParse(values);
  const isIfMatch = version !== undefined && record.success && !('version' in record.data);
  const parsed = of.body.safeParse(isIfMatch ? { ...record.data, version } : values);
  return parsed.success
    ? { body: parsed.data, errors: null, once, isIfMatch }
    : { body: null, errors: errorsIn(parsed.error), once, isIfMatch };
}

/** The search part of the address: where a list is taken, one name alone is a list too. */
function searchOf(web: Web, of: Endpoint): Record<string, string | string[]> {
  const lists = listsIn(of.search);
  return Object.fromEntries(
    Object.entries(web.req.queries()).map(([name, values]) => {
      const [first = '', ...more] = values;
      return [name, lists.has(name) || more.length > 0 ? values : first];
    }),
  );
}

type Entering = <T>(isLooking: boolean, work: (tx: Tx, actor: Member) => Promise<T>) => Promise<T>;

/** Opens the school of a token as its program: without a role there any more it is a token that has ended. */
function entering(
  program: Program,
  known: KnownProgram,
  of: { readonly may: Endpoint['may']; readonly params: Record<string, unknown> },
): Entering {
  const { may: needed, params } = of;
  const find: FindActor<Member> = async (tx, who, today) => {
    const actor = await program.findActor(tx, who, today);
    return actor !== null && known.isReadOnly ? { ...actor, writes: [] } : actor;
  };
  const { personId, schoolId } = known;
  const permission = needed === 'any' ? null : needed;
  const pupilId = PupilId.safeParse(params.pupilId).data ?? null;
  return async (isLooking, work) => {
    const who = { personId, schoolId, permission, pupilId, find };
    const result = await asPerson({ ...scopeOf(program), isLooking }, who, async (tx, actor) => {
      if (permission !== null && !may(actor, permission)) throw new Forbidden();
      return { value: await work(tx, actor) };
    });
    if (result === null) throw noToken(true);
    return result.value;
  };
}
