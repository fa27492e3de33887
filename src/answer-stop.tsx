import { HTTPException } from 'hono/http-exception';
import type { Member } from '#src/kernel/access.ts';
import { newId } from '#src/kernel/ids.ts';
import { BadRequest, Forbidden, NotFound, SayFirst } from '#src/kernel/stops.ts';
import { PageHead } from '#src/ui/page-head.tsx';
import { findSignedIn, type SignedIn } from './platform/auth/session.ts';
import { isIdle, SentElsewhere } from './platform/auth/standing.ts';
import { asPerson } from './platform/db/scope.ts';
import type { Web } from './platform/http/route.ts';
import { draw } from './platform/http/shell.tsx';
import { log } from './platform/log/log.ts';
import { type Program, scopeOf } from './platform/program.ts';

type Said = { status: 403 | 404 | 422 | 500; title: string; words: string };

const notFound: Said = {
  status: 404,
  title: 'Page not found',
  words: 'Check the address, or go to the start page and look from there.',
};

/** The one place that turns a stop into a page. `null` is an address that no route has. */
export async function answerStop(web: Web, program: Program, error: Error | null): Promise<Response> {
  if (error instanceof HTTPException && error.status !== 500) return error.getResponse();
  if (error instanceof SentElsewhere) return web.redirect(error.address, 303);
  if (error instanceof SayFirst) return sayFirst(web, error);
  const { status, title, words } = wordsFor(error);
  // After a fault nothing more is asked of a database that may be the cause.
  const { person, actor } = status === 500 ? nobody : await whoAsks(web, program).catch(() => nobody);
  return draw(
    web,
    program,
    { title, person, actor, status },
    <>
      <PageHead title={title} />
      <p>{words}</p>
      <p>
        <a href="/">Go to the start page</a>
      </p>
    </>,
  );
}

type Asking = { readonly person: SignedIn | null; readonly actor: Member | null };
const nobody: Asking = { person: null, actor: null };

/** Whoever is signed in keeps their menu: a stop is no dead end. Whom the database cannot name now sees it without. */
async function whoAsks(web: Web, program: Program): Promise<Asking> {
  const person = await findSignedIn(program, web);
  if (person === null || person.awaitsCode) return nobody;
  if (person.schoolId === null) return isIdle(person, null) ? nobody : { person, actor: null };
  const { personId, schoolId } = person;
  const who = { personId, schoolId, permission: null, pupilId: null, find: program.findActor };
  const actor = await asPerson({ ...scopeOf(program), isLooking: true }, who, async (_, found) => found);
  return isIdle(person, actor) ? nobody : { person, actor };
}

/** A page that was asked for is opened afterwards; a deed is not done by itself. */
function sayFirst(web: Web, { address }: SayFirst): Response {
  const { pathname, search } = new URL(web.req.url);
  const back = web.req.method === 'GET' ? `?back=${encodeURIComponent(pathname + search)}` : '';
  return web.redirect(`${address}${back}`, 303);
}

function wordsFor(error: Error | null): Said {
  if (error === null || error instanceof NotFound) return notFound;
  if (error instanceof Forbidden) {
    return {
      status: 403,
      title: 'You cannot open this page',
      words: 'Your role in this school does not include it. The SENCO can tell you more.',
    };
  }
  if (error instanceof BadRequest) {
    return { status: 422, title: 'The request was not understood', words: 'Go back and try again.' };
  }
  const reference = logFailure(error);
  return {
    status: 500,
    title: 'Something went wrong',
    words: `Nothing was changed. Try again in a minute. If it goes on, quote ${reference} to whoever runs Sendero.`,
  };
}

/** Logs what failed, once, and returns the reference by which it is found. */
export function logFailure(error: Error): string {
  const reference = newId().slice(-12);
  log.error({ reference, err: withoutValues(error) }, 'failed');
  return reference;
}

/** A database's message may quote a row; the log keeps its code, its constraint and the stack's places only. */
function withoutValues(error: Error): Record<string, unknown> {
  const places = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const code = Reflect.get(error, 'code');
  const isDatabase = typeof code === 'string' && Reflect.has(error, 'severity');
  return {
    name: error.name,
    ...(isDatabase ? { code, constraint: Reflect.get(error, 'constraint') } : { message: error.message }),
    places: places.slice(0, 12),
  };
}
