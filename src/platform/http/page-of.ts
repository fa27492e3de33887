import type { VNode } from 'preact';
import type { z } from 'zod';
import type { Member, Permission } from '#src/kernel/access.ts';
import type { Attempt, Form, Values } from '#src/kernel/form.ts';
import type { Program } from '../program.ts';
import type { About, Asked, Outcome } from './route.ts';
import type { Section } from './shell.tsx';

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
  readonly prepare?: (asked: { program: Program; subject: S; values: Values<F> }) => Promise<S>;
  /** Reads what was posted in another way than as one form in memory; asked of those alone who may open the page. */
  readonly receive?: (asked: { request: Request; program: Program }) => Promise<Record<string, unknown>>;
  readonly submit?: (
    asked: Asked<z.output<P>, z.output<Q>> & { actor: Member; subject: S; values: Values<F> },
  ) => Promise<Outcome>;
};
