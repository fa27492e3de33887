import { sql } from 'kysely';
import { addDays } from '#src/kernel/dates.ts';
import { newId, PersonId as Person, type PersonId, PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type AskLine, askAheadDays, freshDays, weekOf } from '../domain/ask.ts';
import type { Plan, SectionKind } from '../domain/plan.ts';
import { plansEvents } from '../domain/plans.events.ts';

const record = recorder(plansEvents);

type Item = {
  readonly personId: PersonId;
  readonly pupilId: PupilId;
  readonly planId: string;
  readonly targetId: string | null;
  readonly part: SectionKind | null;
};

/**
 * Asks everybody who teaches or supports a pupil for a word about each target whose review is late or comes within two
 * weeks, once a week and in one request a person. Who has written of the target of late, or said that there is nothing
 * to say, is not asked of it. Returns how many people were asked for something new; asked twice, nobody is asked more.
 */
export async function askTeachers(tx: Tx): Promise<number> {
  return keepItems(tx, await listToAsk(tx));
}

/** Asks one person for parts of a plan that is being written. They stand on the same page as everything else. */
export async function askForParts(
  tx: Tx,
  given: { readonly plan: Plan; readonly personId: PersonId; readonly parts: readonly SectionKind[] },
): Promise<number> {
  const { plan, personId, parts } = given;
  const { planId, pupilId } = plan;
  return keepItems(
    tx,
    parts.map((part) => ({ personId, pupilId, planId, targetId: null, part })),
  );
}

type Row = {
  readonly personId: string;
  readonly pupilId: string;
  readonly planId: string;
  readonly targetId: string;
};

async function listToAsk(tx: Tx): Promise<readonly Item[]> {
  const { today, actor } = tx.scope;
  const fresh = addDays(today, -freshDays);
  const inForce = (table: string) =>
    sql`${sql.ref(`${table}.withdrawn_at`)} is null and ${sql.ref(`${table}.from_on`)} <= ${today}::date
      and coalesce(${sql.ref(`${table}.until_on`)} >= ${today}::date, true)`;
  const { rows } = await sql<Row>`
    select distinct r.person_id, t.pupil_id, t.plan_id, t.target_id
    from plans p
    join register_lines l on l.school_id = p.school_id and l.pupil_id = p.pupil_id and l.is_on_roll
    join plan_targets t on t.school_id = p.school_id and t.plan_id = p.plan_id and t.withdrawn_at is null
    join reach r on r.school_id = p.school_id and r.pupil_id = p.pupil_id
      and r.why in ('teaches the class', 'key worker') and ${inForce('r')}
    join memberships m on m.school_id = r.school_id and m.person_id = r.person_id
      and m.role in ('teacher', 'ta') and ${inForce('m')}
    where p.school_id = ${actor.schoolId} and p.state = 'issued'
      and p.review_on <= ${addDays(today, askAheadDays)}::date
      and not exists (select from target_evidence e where e.school_id = t.school_id and e.target_id = t.target_id
        and e.by_person_id = r.person_id and e.withdrawn_at is null and e.seen_on > ${fresh}::date)
      and not exists (select from ask_items i join asks a on a.school_id = i.school_id and a.ask_id = i.ask_id
        where i.school_id = t.school_id and i.target_id = t.target_id and a.person_id = r.person_id
          and i.nothing_to_say and a.week_on > ${fresh}::date)
    order by 1, 2, 3, 4`.execute(tx);
  return rows.map((row) => ({
    ...row,
    personId: Person.parse(row.personId),
    pupilId: PupilId.parse(row.pupilId),
    part: null,
  }));
}

/** One ask a person and week, each thing once in it. New things make it due to be mailed. */
async function keepItems(tx: Tx, items: readonly Item[]): Promise<number> {
  const { actor, clock, today } = tx.scope;
  const { schoolId } = actor;
  const people = [...new Set(items.map((item) => item.personId))];
  if (people.length === 0) return 0;
  const weekOn = weekOf(today);
  const at = clock.now();
  await tx
    .insertInto('asks')
    .values(
      people.map((personId) => ({
        schoolId,
        askId: newId(at.getTime()),
        personId,
        weekOn,
        askedByPersonId: actor.personId,
        askedAt: at,
      })),
    )
    .onConflict((oc) => oc.columns(['schoolId', 'personId', 'weekOn']).doNothing())
    .execute();
  const asks = await tx
    .selectFrom('asks')
    .select(['askId', 'personId'])
    .where('schoolId', '=', schoolId)
    .where('weekOn', '=', weekOn)
    .where('personId', 'in', people)
    .execute();
  const askOf = new Map(asks.map((ask) => [ask.personId, ask.askId]));
  const added = await tx
    .insertInto('askItems')
    .values(
      items.map(({ personId, ...item }) => ({
        schoolId,
        askItemId: newId(at.getTime()),
        askId: askOf.get(personId) ?? '',
        ...item,
      })),
    )
    .onConflict((oc) => oc.doNothing())
    .returning('askId')
    .execute();
  const fresh = [...new Set(added.map((one) => one.askId))];
  if (fresh.length === 0) return 0;
  await tx
    .updateTable('asks')
    .set({ mailedAt: null })
    .where('schoolId', '=', schoolId)
    .where('askId', 'in', fresh)
    .execute();
  await record(tx, {
    type: 'PeopleAsked',
    audience: 'notes',
    changes: {
      people: { before: null, after: fresh.length },
      asked: { before: null, after: added.length },
    },
  });
  return fresh.length;
}

/** Asks again by mail whoever has not answered everything. */
export async function remindOfAsk(tx: Tx, ask: AskLine): Promise<Result<null, 'answered' | 'stale'>> {
  if (ask.answered >= ask.asked) return refused('answered');
  const at = tx.scope.clock.now();
  const { numUpdatedRows } = await tx
    .updateTable('asks')
    .set({ remindedAt: at, mailedAt: null, version: ask.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('askId', '=', ask.askId)
    .where('version', '=', ask.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('stale');
  await record(tx, {
    type: 'PersonReminded',
    audience: 'notes',
    subjectId: ask.askId,
    changes: { remindedAt: { before: ask.remindedAt, after: at } },
  });
  return done(null);
}
