import { sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PersonId, PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Task, type TaskOrigin, taskAudience, taskOrigin } from '../domain/task.ts';

const MOST = 500;

/** The tasks that the actor owns or gave: the open ones, and those finished today. One statement. */
export async function listMyTasks(tx: Tx): Promise<readonly Task[]> {
  const { actor, today } = tx.scope;
  const rows = await select(tx)
    .where((eb) =>
      eb.or([eb('t.ownerPersonId', '=', actor.personId), eb('t.givenByPersonId', '=', actor.personId)]),
    )
    .where((eb) => eb.or([eb('t.doneAt', 'is', null), eb(doneOn, '=', today)]))
    .execute();
  return rows.map(taskOf);
}

/** The open tasks about a pupil, as far as the actor may see them. */
export async function listTasksOf(tx: Tx, pupilId: PupilId): Promise<readonly Task[]> {
  const rows = await select(tx).where('t.pupilId', '=', pupilId).where('t.doneAt', 'is', null).execute();
  return rows.map(taskOf);
}

/** The tasks of these ids that the actor may see and that are not withdrawn, open or done. */
export async function listTasksIn(tx: Tx, taskIds: readonly string[]): Promise<readonly Task[]> {
  const rows = await select(tx)
    .where('t.taskId', '=', sql<string>`any(${[...taskIds]}::uuid[])`)
    .execute();
  return rows.map(taskOf);
}

/**
 * What was given to others, as far as the actor may see it and it is about nobody or within reach: all that is open, and
 * what was finished from a day on. By due day.
 */
export async function listTasksGiven(
  tx: Tx,
  { doneFrom }: { readonly doneFrom: SchoolDate },
): Promise<readonly Task[]> {
  const rows = await select(tx)
    .where((eb) => eb('t.ownerPersonId', 'is distinct from', eb.ref('t.givenByPersonId')))
    .where('t.givenByPersonId', 'is not', null)
    .where((eb) => eb.or([eb('t.doneAt', 'is', null), eb(doneOn, '>=', doneFrom)]))
    .execute();
  return rows.map(taskOf);
}

/** The tasks that were made at one place, as at one meeting: open and done, by due day. */
export async function listTasksFrom(tx: Tx, origin: TaskOrigin, originId: string): Promise<readonly Task[]> {
  const rows = await select(tx).where('t.origin', '=', origin).where('t.originId', '=', originId).execute();
  return rows.map(taskOf);
}

/** One task, open or done; null when it is withdrawn or not the actor's to see. */
export async function findTask(tx: Tx, taskId: string): Promise<Task | null> {
  const row = await select(tx).where('t.taskId', '=', taskId).executeTakeFirst();
  return row === undefined ? null : taskOf(row);
}

/** As `findTask`, for who may change it: its owner, its giver, and those who run the register. */
export async function findTaskToChange(tx: Tx, taskId: string): Promise<Task | null> {
  const task = await findTask(tx, taskId);
  const { personId, permissions } = tx.scope.actor;
  const isOwn = task !== null && [task.ownerPersonId, task.givenByPersonId].includes(personId);
  return isOwn || permissions.has('register.change') ? task : null;
}

export type TaskPart = {
  readonly pupilId: PupilId | null;
  readonly state: 'open' | 'done' | 'all';
  /** The task after which to go on. */
  readonly after: string | null;
  readonly limit: number;
};

/** Every task that the actor may see, in parts, in the order in which they were made. */
export async function listTasksInParts(tx: Tx, part: TaskPart): Promise<readonly Task[]> {
  const { pupilId, state, after, limit } = part;
  const rows = await select(tx)
    .clearOrderBy()
    .clearLimit()
    .$if(pupilId !== null, (query) => query.where('t.pupilId', '=', pupilId))
    .$if(state !== 'all', (query) => query.where('t.doneAt', state === 'open' ? 'is' : 'is not', null))
    .$if(after !== null, (query) => query.where('t.taskId', '>', after ?? ''))
    .orderBy('t.taskId')
    .limit(limit)
    .execute();
  return rows.map(taskOf);
}

const doneOn = sql<string | null>`(t.done_at at time zone 'Europe/London')::date`;

const select = (tx: Tx) =>
  tx
    .selectFrom('tasks as t')
    .innerJoin('members as o', (join) =>
      join.onRef('o.schoolId', '=', 't.schoolId').onRef('o.personId', '=', 't.ownerPersonId'),
    )
    .leftJoin('members as g', (join) =>
      join.onRef('g.schoolId', '=', 't.schoolId').onRef('g.personId', '=', 't.givenByPersonId'),
    )
    .select([
      't.taskId',
      't.pupilId',
      't.ownerPersonId',
      'o.knownAs as ownerName',
      't.givenByPersonId',
      'g.knownAs as givenByName',
      't.title',
      't.details',
      't.dueOn',
      't.origin',
      't.originId',
      't.outcome',
      't.audience',
      't.version',
      doneOn.as('doneOn'),
    ])
    .where('t.schoolId', '=', tx.scope.actor.schoolId)
    .where('t.withdrawnAt', 'is', null)
    .orderBy('t.dueOn')
    .orderBy('t.taskId')
    .limit(MOST);

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

const taskOf = (row: Row): Task => ({
  ...row,
  pupilId: row.pupilId === null ? null : PupilId.parse(row.pupilId),
  ownerPersonId: PersonId.parse(row.ownerPersonId),
  givenByPersonId: row.givenByPersonId === null ? null : PersonId.parse(row.givenByPersonId),
  dueOn: row.dueOn === null ? null : schoolDate(row.dueOn),
  doneOn: row.doneOn === null ? null : schoolDate(row.doneOn),
  origin: taskOrigin(row.origin),
  audience: taskAudience(row.audience),
});
