import type { VNode } from 'preact';
import type { z } from 'zod';
import type { Member, Permission } from '#src/kernel/access.ts';
import { type Attempt, errorsOf, type Form, noAttempt, readPosted, type Values } from '#src/kernel/form.ts';
import { NotFound } from '#src/kernel/stops.ts';
import { recordView } from '../audit/record.ts';
import type { Tx } from '../db/scope.ts';
import type { Program } from '../program.ts';
import { type Passed, pass } from './gate.ts';
import { limitBody } from './limits.ts';
import { type About, type Asked, type Outcome, pupilsIn, RolledBack, type Route, type Web } from './route.ts';
import { setFlash } from './session.ts';
import { draw, type Section } from './shell.tsx';

export type Shown<S, Q, P> = {
  readonly subject: S;
  readonly attempt: Attempt;
  readonly actor: Member;
  readonly search: Q;
  readonly params: P;
};

export type Page<P extends z.ZodType, S, Q extends z.ZodType, F extends Form> = {
  readonly path: string;
  readonly params: P;
  /** The filters in the address, with defaults: a schema that cannot fail on what people type. */
  readonly search?: Q;
  readonly may: Permission;
  readonly about: About<S>;
  readonly section?: Section;
  readonly title: string | ((subject: S) => string);
  readonly wide?: boolean;
  /** Draw anew after so many seconds, while something runs. */
  readonly refreshSeconds?: (subject: S) => number | undefined;
  /** `null` is a page not found; the walls have hidden what is not the actor's to see. */
  readonly load: (asked: Asked<z.output<P>, z.output<Q>> & { actor: Member }) => Promise<S | null>;
  /** Where to go at once instead of drawing: a search that found one thing. Null draws. */
  readonly goOn?: (subject: S) => string | null;
  readonly view: (shown: Shown<S, z.output<Q>, z.output<P>>) => VNode;
  readonly form?: F;
  /** Bytes that a post may have; 1 MB if absent. */
  readonly largestPost?: number;
  /** Slow work on what was posted, as reading a file: done between two transactions, so that none is held open. */
  readonly prepare?: (asked: { subject: S; values: Values<F> }) => Promise<S>;
  readonly submit?: (
    asked: Asked<z.output<P>, z.output<Q>> & { actor: Member; subject: S; values: Values<F> },
  ) => Promise<Outcome>;
};

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

type Any<P extends z.ZodType, S, Q extends z.ZodType, F extends Form> = Page<P, S, Q, F>;

async function load<P extends z.ZodType, S, Q extends z.ZodType, F extends Form>(
  of: Any<P, S, Q, F>,
  asked: Asked<z.output<P>, z.output<Q>> & { actor: Member },
): Promise<S> {
  const subject = await of.load(asked);
  if (subject === null) throw new NotFound();
  return subject;
}

async function show<P extends z.ZodType, S, Q extends z.ZodType, F extends Form>(
  web: Web,
  program: Program,
  of: Any<P, S, Q, F>,
  attempt: Attempt = noAttempt,
): Promise<Response> {
  const passed = await pass(web, program, of);
  if (passed instanceof Response) return passed;
  const { params, search } = passed;
  const seen = await passed.enter(true, async (tx, actor) => {
    const subject = await load(of, { tx, actor, params, search, program });
    await recordView(tx, of.path, pupilsIn(of.about, subject));
    return { subject, actor };
  });
  const next = of.goOn?.(seen.subject) ?? null;
  if (next !== null) return web.redirect(next, 303);
  return drawn(web, program, of, { ...seen, attempt, search, params }, passed);
}

function drawn<P extends z.ZodType, S, Q extends z.ZodType, F extends Form>(
  web: Web,
  program: Program,
  of: Any<P, S, Q, F>,
  shown: Shown<S, z.output<Q>, z.output<P>>,
  { person }: Pick<Passed<unknown, unknown>, 'person'>,
): Response {
  const { subject, attempt, actor } = shown;
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
  of: Any<P, S, Q, F>,
): Promise<Response> {
  const passed = await pass(web, program, of);
  if (passed instanceof Response) return passed;
  const values = of.form === undefined ? {} : readPosted(of.form, await web.req.formData());
  const parsed = of.form?.schema.safeParse(values);
  const { params, search } = passed;
  const found = (tx: Tx, actor: Member) => load(of, { tx, actor, params, search, program });
  const prepared =
    of.prepare !== undefined && parsed?.success === true
      ? await of.prepare({ subject: await passed.enter(true, found), values: parsed.data as Values<F> })
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
