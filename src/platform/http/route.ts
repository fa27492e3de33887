import type { Context, Hono } from 'hono';
import type { Permission } from '#src/kernel/access.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '../db/scope.ts';
import type { Program } from '../program.ts';

export type App = Hono;
export type Web = Context;

/** A route as the whole-system tests see it: what it answers, and what one must be allowed to do. */
export type Route = {
  readonly path: string;
  readonly methods: readonly ('GET' | 'POST')[];
  /** `open`: without signing in. `signed in`: one's own account, whatever the school. */
  readonly may: Permission | 'open' | 'signed in';
  readonly mount: (app: App, program: Program) => void;
};

/** Whose facts a page shows, so that the view is recorded; or in words why it shows no pupil's. */
export type About<S> = ((subject: S) => readonly PupilId[]) | { readonly none: string };

export const pupilsIn = <S>(about: About<S>, subject: S): readonly PupilId[] =>
  typeof about === 'function' ? about(subject) : [];

/** What a deed came to: where to go next, or what to show in the form. */
export type Outcome = GoTo | Refuse;
type GoTo = { readonly goTo: string; readonly flash: string | null };
type Refuse = { readonly errors: Readonly<Record<string, string>> };

export const goTo = (address: string, flash: string | null = null): GoTo => ({ goTo: address, flash });
/** A sentence for the whole form, or one for each field. */
export const refuse = (errors: string | Readonly<Record<string, string>>): Refuse => ({
  errors: typeof errors === 'string' ? { form: errors } : errors,
});

/** Thrown inside a transaction to roll it back: a refusal after a write leaves nothing behind. */
export class RolledBack<S> extends Error {
  override readonly name = 'RolledBack';
  readonly subject: S;
  readonly errors: Readonly<Record<string, string>>;
  constructor(subject: S, errors: Readonly<Record<string, string>>) {
    super('refused');
    this.subject = subject;
    this.errors = errors;
  }
}

/** What every load and submit is handed. */
export type Asked<P, Q> = {
  readonly tx: Tx;
  readonly params: P;
  readonly search: Q;
  readonly program: Program;
};

export const isRoute = (given: unknown): given is Route =>
  typeof given === 'object' && given !== null && 'path' in given && 'mount' in given && 'may' in given;
