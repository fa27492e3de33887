import { type Kysely, sql, type Transaction } from 'kysely';
import { type Actor, audiences, type Permission, programActor, writeMarks } from '#src/kernel/access.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { PersonId, PupilId, SchoolId } from '#src/kernel/ids.ts';
import type { Clock } from '../clock/clock.ts';
import { type Reads, type ReadsOf, readTogether } from './read-together.ts';
import type { DB } from './schema.ts';

/** An import at work, and the number that its next change gets. Shared by all its transactions. */
export type Importing = { readonly importId: string; next: number };

/** What a transaction knows of itself: who acts, when, and which pupils were changed in it. */
export type Scope = {
  readonly actor: Actor;
  readonly clock: Clock;
  readonly today: SchoolDate;
  /** The import that acts, if one does: what it writes is journalled, so that it can be undone. */
  readonly importing: Importing | null;
  readonly touchedPupils: Set<PupilId>;
  /** The types of the events recorded so far: reactions ask it. */
  readonly happened: Set<string>;
  /** Reads of several modules side by side, as one statement each time that all of them wait. */
  readonly together: <R extends Reads>(reads: R) => Promise<ReadsOf<R>>;
};

/** A transaction inside one school, as one person. Every query and command takes it first. */
export type Tx = Transaction<DB> & { readonly scope: Scope };

/** Work that belongs to every change, done once, before the commit. */
export type Reaction = (tx: Tx) => Promise<void>;

export type ScopeRequest = {
  readonly db: Kysely<DB>;
  readonly clock: Clock;
  readonly reactions: readonly Reaction[];
  /** True for a page that only looks: its view record may be written without waiting for the disk. */
  readonly isLooking?: boolean;
};

type Who = { readonly personId: PersonId | null; readonly schoolId: SchoolId };
/** Who asks, for what use: the permission and, on a page about one pupil, which. */
export type Asking = Who & {
  readonly personId: PersonId;
  readonly permission: Permission | null;
  readonly pupilId: PupilId | null;
};
/** Finds out what somebody may do, inside the transaction, seeing only their own memberships and reach. */
export type FindActor<A extends Actor> = (
  tx: Transaction<DB>,
  who: Asking,
  today: SchoolDate,
) => Promise<A | null>;

/**
 * Opens a transaction in which PostgreSQL shows and takes only what the actor may see and write.
 * `null` when the person has no business in this school. A throw rolls everything back.
 */
export async function asPerson<A extends Actor, T>(
  request: ScopeRequest,
  who: Asking & { find: FindActor<A> },
  work: (tx: Tx, actor: A) => Promise<T>,
): Promise<T | null> {
  const today = request.clock.today();
  return request.db.transaction().execute(async (trx) => {
    await settle(trx, [...person(who), ...(request.isLooking ? ['synchronous_commit = off'] : [])]);
    const actor = await who.find(trx, who, today);
    if (actor === null) return null;
    await settle(trx, walls(actor));
    return finish(trx, { ...request, actor, today, importing: null }, (tx) => work(tx, actor));
  });
}

/** As `asPerson`, for an actor that is already known: jobs, the command line, tests. */
export function inScope<T>(
  request: ScopeRequest & { readonly importing?: Importing },
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const today = request.clock.today();
  return request.db.transaction().execute(async (trx) => {
    await settle(trx, [...person(actor), ...walls(actor)]);
    return finish(trx, { ...request, actor, today, importing: request.importing ?? null }, work);
  });
}

/**
 * Does a part of the work with the whole school in sight: taking an import back must see all that hangs on it, whoever
 * asks. The walls of the actor stand again afterwards.
 */
export async function seeingAll<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const { actor } = tx.scope;
  await settle(tx, walls(programActor(actor.schoolId)));
  const result = await work();
  await settle(tx, walls(actor));
  return result;
}

/** A transaction that sees what is a person's own in every school, and no more: where may they go? */
export function asOnlyPerson<T>(
  request: Pick<ScopeRequest, 'db'>,
  personId: PersonId,
  work: (tx: Transaction<DB>) => Promise<T>,
): Promise<T> {
  return request.db.transaction().execute(async (trx) => {
    await settle(trx, [`app.person_id = '${PersonId.parse(personId)}'`]);
    return work(trx);
  });
}

type Ready = ScopeRequest & { actor: Actor; today: SchoolDate; importing: Importing | null };

async function finish<T>(trx: Transaction<DB>, ready: Ready, work: (tx: Tx) => Promise<T>): Promise<T> {
  const scope: Scope = {
    actor: ready.actor,
    clock: ready.clock,
    today: ready.today,
    importing: ready.importing,
    touchedPupils: new Set(),
    happened: new Set(),
    together: (reads) => readTogether(tx, reads),
  };
  const tx: Tx = Object.assign(trx, { scope });
  const result = await work(tx);
  if (scope.happened.size > 0 && ready.reactions.length > 0) {
    // What is derived is derived from everything: who may write a name may not see the needs beside it.
    await settle(trx, walls(programActor(ready.actor.schoolId)));
    for (const react of ready.reactions) await react(tx);
  }
  return result;
}

/** Says whose views are asked for: the wall of the record of views shows those of no other pupil. */
export const askViewsOf = (tx: Tx, pupilId: PupilId): Promise<unknown> =>
  settle(tx, [`app.asked = '${PupilId.parse(pupilId)}'`]);

/** One round trip. Values are checked before they come here; `SET LOCAL` is what Citus carries to its workers. */
const settle = (trx: Transaction<DB>, settings: readonly string[]) =>
  sql.raw(settings.map((setting) => `set local ${setting}`).join('; ')).execute(trx);

const person = (who: Who): string[] => [
  `app.person_id = '${who.personId === null ? '' : PersonId.parse(who.personId)}'`,
  `app.school_id = '${SchoolId.parse(who.schoolId)}'`,
];

const listed = <V extends string>(given: readonly V[], known: readonly string[]): string => {
  for (const one of given) if (!known.includes(one)) throw new Error(`Unknown audience ${one}`);
  return `|${given.join('|')}|`;
};

const walls = (actor: Actor): string[] => [
  `app.reach = '${actor.reach === 'school' ? 'school' : 'pupils'}'`,
  `app.pupils = '${actor.reach === 'school' ? '' : actor.reach.map((id) => PupilId.parse(id)).join(',')}'`,
  `app.sees = '${listed(actor.sees, audiences)}'`,
  `app.writes = '${listed(actor.writes, [...audiences, ...writeMarks])}'`,
];
