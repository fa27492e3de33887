import type { VNode } from 'preact';
import type { Member } from '#src/kernel/access.ts';
import { type Attempt, errorsOf, type Form, noAttempt, readPosted, type Values } from '#src/kernel/form.ts';
import { NotFound } from '#src/kernel/stops.ts';
import { findSignedIn, keepSeen, type SignedIn, setFlash, toSignIn } from '../auth/session.ts';
import { stand } from '../auth/standing.ts';
import { asPerson } from '../db/scope.ts';
import { type Program, scopeOf } from '../program.ts';
import { limitBody } from './limits.ts';
import type { Route, Web } from './route.ts';
import { draw } from './shell.tsx';

type Seen = {
  readonly web: Web;
  readonly program: Program;
  readonly person: SignedIn | null;
  /** Who the person is in the school they are in now, for the head of the page. */
  readonly actor: Member | null;
};

/** The person at work in their present school; null before one is chosen or when the membership has ended. */
async function presentActor(program: Program, person: SignedIn | null): Promise<Member | null> {
  if (person === null || person.schoolId === null) return null;
  const { personId, schoolId } = person;
  const who = { personId, schoolId, permission: null, pupilId: null, find: program.findActor };
  return asPerson({ ...scopeOf(program), isLooking: true }, who, async (_, actor) => actor);
}

/** What a post outside a school comes to: a redirect with cookies to keep, or a refusal. */
export type OpenOutcome =
  | { readonly goTo: string; readonly flash?: string; readonly cookies?: readonly string[] }
  | { readonly errors: Readonly<Record<string, string>>; readonly status?: 422 | 429 };

type OpenPage<S, F extends Form> = {
  readonly path: string;
  /** `open`: anybody. `signed in`: one's own account, before and beside any school. */
  readonly may: 'open' | 'signed in';
  /** Open to a session that is locked, or that waits for its second step. */
  readonly isBefore?: boolean;
  readonly title: string;
  /** A `Response` sends the person elsewhere; `null` is a page not found. */
  readonly load: (seen: Seen) => Promise<S | Response | null>;
  readonly form: F;
  /** Bytes that a post may have; 1 MB if absent. */
  readonly largestPost?: number;
  readonly view: (shown: { subject: S; attempt: Attempt; person: SignedIn | null }) => VNode;
  readonly submit?: (seen: Seen & { subject: S; values: Values<F> }) => Promise<OpenOutcome>;
};

/** Sends the person to another page of ours instead. */
export const elsewhere = (web: Web, address: string): Response => web.redirect(address, 303);

/** A page outside every school: sign-in, set-up, one's own account. It shows no pupil. */
export function openPage<S, F extends Form>(of: OpenPage<S, F>): Route {
  const begin = async (web: Web, program: Program) => {
    const person = await findSignedIn(program, web);
    if (person === null && of.may === 'signed in') return toSignIn(web);
    const actor = of.may === 'signed in' ? await presentActor(program, person) : null;
    if (person !== null && of.may === 'signed in' && of.isBefore !== true) {
      stand(web, person, actor);
      await keepSeen(program, person);
    }
    const seen = { web, program, person, actor };
    const subject = await of.load(seen);
    if (subject === null) throw new NotFound();
    return subject instanceof Response ? subject : { seen, subject };
  };
  const show = (begun: { seen: Seen; subject: S }, attempt: Attempt, status: 200 | 422 | 429 = 200) => {
    const { web, program, person, actor } = begun.seen;
    const { subject } = begun;
    const title = status === 200 ? of.title : `Error: ${of.title}`;
    return draw(web, program, { title, person, actor, status }, of.view({ subject, attempt, person }));
  };
  const post = async (web: Web, program: Program, submit: NonNullable<typeof of.submit>) => {
    const begun = await begin(web, program);
    if (begun instanceof Response) return begun;
    const values = readPosted(of.form, await web.req.formData());
    const parsed = of.form.schema.safeParse(values);
    if (!parsed.success) return show(begun, { values, errors: errorsOf(parsed.error) }, 422);
    const given = parsed.data as Values<F>;
    const outcome = await submit({ ...begun.seen, subject: begun.subject, values: given });
    if ('errors' in outcome) return show(begun, { values, errors: outcome.errors }, outcome.status ?? 422);
    if (outcome.flash !== undefined) setFlash(web, outcome.flash);
    const answer = web.redirect(outcome.goTo, 303);
    for (const cookie of outcome.cookies ?? []) answer.headers.append('set-cookie', cookie);
    return answer;
  };
  return {
    path: of.path,
    methods: of.submit === undefined ? ['GET'] : ['GET', 'POST'],
    may: of.may,
    mount: (app, program) => {
      app.get(of.path, async (web) => {
        const begun = await begin(web, program);
        return begun instanceof Response ? begun : show(begun, noAttempt);
      });
      const { submit } = of;
      if (submit !== undefined)
        app.post(of.path, limitBody(of.largestPost), (web) => post(web, program, submit));
    },
  };
}
