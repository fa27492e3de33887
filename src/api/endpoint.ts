import { z } from 'zod';
import type { Member, Permission } from '#src/kernel/access.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type About, pupilsIn } from '#src/platform/http/route.ts';
import type { Program } from '#src/platform/program.ts';

/** The program that asks, as its token says. */
export type Caller = { readonly name: string; readonly isReadOnly: boolean; readonly untilOn: SchoolDate };

export type Given<P, Q, B> = {
  readonly tx: Tx;
  readonly actor: Member;
  readonly program: Program;
  readonly caller: Caller;
  readonly params: P;
  readonly search: Q;
  readonly body: B;
};

/** 422: one sentence for each field. 409: somebody was quicker. */
export type RefusedAnswer = {
  readonly refused: 409 | 422;
  readonly errors: Readonly<Record<string, string>>;
};
export const refuseWith = (errors: string | Readonly<Record<string, string>>): RefusedAnswer => ({
  refused: 422,
  errors: typeof errors === 'string' ? { form: errors } : errors,
});
export const refuseAsStale = (words: string): RefusedAnswer => ({ refused: 409, errors: { version: words } });

/** Opens the school for reading, before the answer's own transaction. */
export type Enter = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

type Of<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType, W> = {
  readonly method: 'GET' | 'POST';
  /** After `/api/v1`, as Hono writes it: `/pupils/:pupilId`. */
  readonly path: string;
  readonly summary: string;
  readonly params?: P;
  /** Strict: a name that is not known is refused, as a filter misspelt would show too much. */
  readonly search?: Q;
  readonly body?: B;
  /** How the body comes; JSON if absent. */
  readonly takes?: 'form';
  readonly largestBody?: number;
  /** A body that could be sent, for whoever reads the description. */
  readonly example?: Readonly<Record<string, unknown>>;
  readonly answer: A;
  readonly status?: 200 | 201 | 202;
  /** `any`: every token that works. */
  readonly may: Permission | 'any';
  readonly about: About<z.output<A>>;
  /** Slow work on what was sent, as reading a file, so that no transaction is held open for it. */
  readonly prepare?: (given: { enter: Enter; body: z.output<B> }) => Promise<W>;
  readonly handle: (
    given: Given<z.output<P>, z.output<Q>, z.output<B>> & { readonly prepared: W },
  ) => Promise<z.input<A> | RefusedAnswer | null>;
  /** Where what was made is found, after `/api/v1`. */
  readonly at?: (answer: z.output<A>) => string | null;
};

export type Answered = {
  readonly body: unknown;
  readonly pupilIds: readonly PupilId[];
  readonly at: string | null;
};

/** One method of one address of the API, as those that mount it, describe it and walk it see it. */
export type Endpoint = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly summary: string;
  readonly params: z.ZodObject;
  readonly search: z.ZodObject;
  readonly body: z.ZodType | null;
  readonly takes: 'json' | 'form';
  readonly largestBody: number;
  readonly example: Readonly<Record<string, unknown>> | null;
  readonly answer: z.ZodType;
  readonly status: 200 | 201 | 202;
  readonly may: Permission | 'any';
  readonly prepare: (given: { enter: Enter; body: unknown }) => Promise<unknown>;
  /** Null is an address that is not found. */
  readonly run: (
    given: Given<unknown, unknown, unknown> & { prepared: unknown },
  ) => Promise<Answered | RefusedAnswer | null>;
};

const MEGABYTE = 1024 * 1024;

/**
 * One method of one address: the same queries and commands as the pages. The order is fixed: know the token, parse,
 * authorise, do, record, answer. What is answered is parsed too, so that no field leaves that its schema does not name.
 */
export function endpoint<
  A extends z.ZodType,
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodType = z.ZodNull,
  W = undefined,
>(of: Of<P, Q, B, A, W>): Endpoint {
  return {
    method: of.method,
    path: of.path,
    summary: of.summary,
    params: of.params ?? z.object({}),
    search: of.search ?? z.strictObject({}),
    body: of.body ?? null,
    takes: of.takes ?? 'json',
    largestBody: of.largestBody ?? MEGABYTE,
    example: of.example ?? null,
    answer: of.answer,
    status: of.status ?? 200,
    may: of.may,
    prepare: async ({ enter, body }) => of.prepare?.({ enter, body: body as z.output<B> }),
    run: async (given) => {
      const done: unknown = await of.handle(given as never);
      if (done === null || isRefused(done)) return done;
      const answer = of.answer.parse(done) as z.output<A>;
      return { body: answer, pupilIds: pupilsIn(of.about, answer), at: of.at?.(answer) ?? null };
    },
  };
}

export const isRefused = (given: unknown): given is RefusedAnswer =>
  typeof given === 'object' && given !== null && 'refused' in given && 'errors' in given;

export const isEndpoint = (given: unknown): given is Endpoint =>
  typeof given === 'object' && given !== null && 'path' in given && 'run' in given && 'answer' in given;
