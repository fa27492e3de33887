import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import type { Member } from '#src/kernel/access.ts';
import { type Attempt, errorsOf, type Form, noAttempt, readPosted, type Values } from '#src/kernel/form.ts';
import { NotFound } from '#src/kernel/stops.ts';
import { recordView } from '../audit/record.ts';
import { setFlash } from '../auth/session.ts';
import type { Tx } from '../db/scope.ts';
import type { Program } from '../program.ts';
import { type Passed, pass } from './gate.ts';
import { limitBody } from './limits.ts';
import type { Page, Shown } from './page-of.ts';
import { type Asked, pupilsIn, RolledBack, type Route, type Web } from './route.ts';
import { draw } from './shell.tsx';

/**
 * One page: its address, who may open it, what it shows, and the one thing that can be done there.
 * Order is fixed: parse, authorise, load in the school's scope, do, record, redirect or draw.
 */
export function page<P extends z.ZodType, S, Q extends z.ZodType = z.ZodObject, F extends Form = Form>(
  of: Page<P, S, Q, F>,
): Route {
  return {
    path: of.path,
    methods: of.submit === undefined ? ['GET'] : ['GET', 'POST'],
    may: of.may,
    mount: (app, program) => {
      app.get(of.path, (web) => show(web, program, of));
      if (of.submit !== undefined) {
        app.post(of.path, limitBody(of.largestPost), (web) => post(web, program, of));
      }
    },
  };
}

async function load<P extends z.ZodType, S, Q extends z.ZodType, F extends Form>(
  of: Page<P, S, Q, F>,
  asked: Asked<z.output<P>, z.output<Q>> & { actor: Member },
): Promise<S> {
  const subject = await of.load(asked);
  if (subject === null) throw new NotFound();
  return subject;
}

async function show<P extends z.ZodType, S, Q extends z.ZodType, F extends Form>(
  web: Web,
  program: Program,
  of: Page<P, S, Q, F>,
  attempt: Attempt = noAttempt,
): Promise<Response> {
  const passed = await pass(web, program, of);
  if (passed instanceof Response) return passed;
  const { params, search } = passed;
  return passed.enter(true, async (tx, actor) => {
    const subject = await load(of, { tx, actor, params, search, program });
    // Drawn while the database writes who looked; nothing is answered before that stands.
    const [answer] = await Promise.all([
      setImmediate().then(() =>
        answerOf(web, program, of, { subject, actor, attempt, search, params }, passed),
      ),
      recordView(tx, of.path, pupilsIn(of.about, subject)),
    ]);
    return answer;
  });
}

function answerOf<P extends z.ZodType, S, Q extends z.ZodType, F extends Form>(
  web: Web,
  program: Program,
  of: Page<P, S, Q, F>,
  shown: Shown<S, z.output<Q>, z.output<P>>,
  { person }: Pick<Passed<unknown, unknown>, 'person'>,
): Response {
  const { subject, attempt, actor } = shown;
  const next = of.goOn?.(subject) ?? null;
  if (next !== null) return web.redirect(next, 303);
  const hasErrors = Object.keys(attempt.errors).length > 0;
  const words = typeof of.title === 'string' ? of.title : of.title(subject);
  const head = {
    title: hasErrors ? `Error: ${words}` : words,
    person,
    actor,
    section: of.section,
    wide: of.wide,
    refreshSeconds: of.refreshSeconds?.(subject),
    status: hasErrors ? (422 as const) : (200 as const),
  };
  return draw(web, program, head, of.view(shown));
}

async function post<P extends z.ZodType, S, Q extends z.ZodType, F extends Form>(
  web: Web,
  program: Program,
  of: Page<P, S, Q, F>,
): Promise<Response> {
  const passed = await pass(web, program, of);
  if (passed instanceof Response) return passed;
  const { params, search } = passed;
  const found = (tx: Tx, actor: Member) => load(of, { tx, actor, params, search, program });
  if (of.receive !== undefined) await passed.enter(true, found);
  const values =
    (await of.receive?.({ request: web.req.raw, program })) ??
    (of.form === undefined ? {} : readPosted(of.form, await web.req.formData()));
  const parsed = of.form?.schema.safeParse(values);
  const prepared =
    of.prepare !== undefined && parsed?.success === true
      ? await of.prepare({
          program,
          subject: await passed.enter(true, found),
          values: parsed.data as Values<F>,
        })
      : null;
  try {
    const outcome = await passed.enter(false, async (tx: Tx, actor) => {
      const asked = { tx, actor, params, search, program };
      const subject = prepared ?? (await found(tx, actor));
      if (parsed?.success === false) throw new RolledBack(subject, errorsOf(parsed.error));
      const given = (parsed?.data ?? {}) as Values<F>;
      const result = await of.submit?.({ ...asked, subject, values: given });
      if (result === undefined) throw new NotFound();
      if ('errors' in result) throw new RolledBack(subject, result.errors);
      return result;
    });
    if (outcome.flash !== null) setFlash(web, outcome.flash);
    return web.redirect(outcome.goTo, 303);
  } catch (stop) {
    if (!(stop instanceof RolledBack)) throw stop;
    // Shown again in a transaction of its own, so that this view too is recorded.
    return show(web, program, of, { values, errors: stop.errors });
  }
}
