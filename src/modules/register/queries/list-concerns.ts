import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { addDays, SchoolDate } from '#src/kernel/dates.ts';
import { PersonId, PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Concern, concernAreas, isNews, isToDecide, outcomes } from '../domain/concern.ts';

const MOST = 500;

const Task = z.object({
  taskId: z.string(),
  dueOn: SchoolDate.nullable(),
  ownerName: z.string(),
  isOpen: z.boolean(),
  version: z.number(),
});

const Decision = z.object({
  concernDecisionId: z.string(),
  outcome: z.enum(outcomes),
  why: z.string(),
  decidedOn: SchoolDate,
  byName: z.string().nullable(),
  task: Task.nullable(),
  endedTaskId: z.string().nullable(),
  statusId: z.string().nullable(),
  statusVersion: z.number().nullable(),
  needId: z.string().nullable(),
  withdrawnWhy: z.string().nullable(),
  version: z.number(),
});

const ConcernRow = z.object({
  concernId: z.string(),
  pupilId: PupilId,
  forename: z.string(),
  surname: z.string(),
  area: z.enum(concernAreas),
  observed: z.string(),
  sinceOn: SchoolDate.nullable(),
  tried: z.string().nullable(),
  cameOfIt: z.string().nullable(),
  raisedOn: SchoolDate,
  raisedByPersonId: PersonId.nullable(),
  raisedByName: z.string().nullable(),
  withdrawnWhy: z.string().nullable(),
  version: z.number(),
  decisions: z.array(Decision),
});

/** The concerns about a pupil, the newest first, without those withdrawn. */
export const listConcernsOf = (tx: Tx, pupilId: PupilId): Promise<readonly Concern[]> =>
  select(tx, sql`c.pupil_id = ${pupilId} and c.withdrawn_at is null`);

/** One concern, withdrawn or not; null when it is not the actor's to see. */
export async function findConcern(tx: Tx, concernId: string): Promise<Concern | null> {
  const [concern] = await select(tx, sql`c.concern_id = ${concernId}`);
  return concern ?? null;
}

/** What waits for a decision about pupils on roll, the longest waiting first. */
export async function listToDecide(tx: Tx): Promise<readonly Concern[]> {
  const isOpen = sql`c.withdrawn_at is null and l.is_on_roll and not exists (
    select from concern_decisions d where d.school_id = c.school_id and d.concern_id = c.concern_id
      and d.withdrawn_at is null)`;
  const open = await select(tx, isOpen);
  return open.filter(isToDecide).toReversed();
}

/** The actor's own concerns that were decided of late, the newest first. */
export async function listNewsForMe(tx: Tx): Promise<readonly Concern[]> {
  const { actor, today } = tx.scope;
  const mine = await select(tx, sql`c.raised_by_person_id = ${actor.personId} and c.withdrawn_at is null`);
  return mine.filter((concern) => isNews(concern, today));
}

/** Every concern of the last `days` days that the actor may see, the newest first. */
export const listConcernsSince = (tx: Tx, days: number): Promise<readonly Concern[]> =>
  select(tx, sql`c.withdrawn_at is null and c.raised_on > ${addDays(tx.scope.today, -days)}::date`);

/** JSON keeps the names that it is built with: they are written as the program reads them. */
async function select(tx: Tx, which: RawBuilder<unknown>): Promise<readonly Concern[]> {
  const { rows } = await sql`
    select c.concern_id, c.pupil_id, l.forename, l.surname, c.area, c.observed, c.since_on, c.tried, c.came_of_it,
      c.raised_on, c.raised_by_person_id, m.known_as as raised_by_name, c.withdrawn_why, c.version,
      (select coalesce(json_agg(json_build_object('concernDecisionId', d.concern_decision_id, 'outcome', d.outcome,
          'why', d.why, 'decidedOn', d.decided_on, 'byName', b.known_as, 'endedTaskId', d.ended_task_id,
          'statusId', d.status_id, 'statusVersion', d.status_version, 'needId', d.need_id,
          'withdrawnWhy', d.withdrawn_why, 'version', d.version,
          'task', case when t.task_id is null then null else json_build_object('taskId', t.task_id, 'dueOn', t.due_on,
            'ownerName', o.known_as, 'isOpen', t.done_at is null and t.withdrawn_at is null, 'version', t.version) end)
          order by d.place desc), '[]')
        from concern_decisions d
        left join members b on b.school_id = d.school_id and b.person_id = d.decided_by_person_id
        left join tasks t on t.school_id = d.school_id and t.task_id = d.task_id
        left join members o on o.school_id = t.school_id and o.person_id = t.owner_person_id
        where d.school_id = c.school_id and d.concern_id = c.concern_id) as decisions
    from concerns c
    join pupil_lines l on l.school_id = c.school_id and l.pupil_id = c.pupil_id
    left join members m on m.school_id = c.school_id and m.person_id = c.raised_by_person_id
    where c.school_id = ${tx.scope.actor.schoolId} and ${which}
    order by c.raised_on desc, c.concern_id desc
    limit ${MOST}`.execute(tx);
  return z.array(ConcernRow).parse(rows);
}
