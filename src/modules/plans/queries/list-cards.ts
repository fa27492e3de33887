import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import { type GroupId, PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Card, cardKinds, cardOrigins, changesBetweenCards, linesAt } from '../domain/card.ts';

const CardRow = z.object({
  pupilId: PupilId,
  forename: z.string(),
  surname: z.string(),
  hasPlan: z.boolean(),
  version: z.number(),
  writtenOn: SchoolDate.nullable(),
  seenVersion: z.number().nullable(),
  lines: z.array(
    z.object({
      kind: z.enum(cardKinds),
      position: z.number(),
      words: z.string(),
      origin: z.enum(cardOrigins),
      fromVersion: z.number(),
      untilVersion: z.number().nullable(),
    }),
  ),
});

/**
 * The cards of the pupils of a group today who have one, or a plan to make one from, by name; as the actor reads them,
 * with what changed since they did. One statement.
 */
export const listCardsOfClass = (tx: Tx, groupId: GroupId): Promise<readonly Card[]> =>
  listCards(
    tx,
    sql`l.is_on_roll and (c.pupil_id is not null or p.plan_id is not null) and exists (
      select from group_pupils g where g.school_id = l.school_id and g.pupil_id = l.pupil_id
        and g.group_id = ${groupId} and g.from_on <= ${tx.scope.today}::date
        and coalesce(g.until_on >= ${tx.scope.today}::date, true))`,
  );

/** The card of one pupil, written or not; null where the pupil is not the actor's to see. */
export const findCard = async (tx: Tx, pupilId: PupilId): Promise<Card | null> =>
  (await listCards(tx, sql`l.pupil_id = ${pupilId}`))[0] ?? null;

/** The cards of every pupil within the actor's reach who has one and is in none of the groups that they teach. */
export const listCardsBeside = (tx: Tx): Promise<readonly Card[]> =>
  listCards(
    tx,
    sql`l.is_on_roll and c.pupil_id is not null and not exists (
      select from group_pupils g
      join group_staff t on t.school_id = g.school_id and t.group_id = g.group_id
      join staff s on s.school_id = t.school_id and s.staff_id = t.staff_id
      where g.school_id = l.school_id and g.pupil_id = l.pupil_id and s.person_id = ${tx.scope.actor.personId}::uuid
        and g.from_on <= ${tx.scope.today}::date and coalesce(g.until_on >= ${tx.scope.today}::date, true)
        and t.from_on <= ${tx.scope.today}::date and coalesce(t.until_on >= ${tx.scope.today}::date, true))`,
  );

async function listCards(tx: Tx, which: RawBuilder<unknown>): Promise<readonly Card[]> {
  const { actor } = tx.scope;
  const { rows } = await sql`
    select l.pupil_id, l.forename, l.surname, p.plan_id is not null as has_plan, coalesce(c.version, 0) as version,
      (c.written_at at time zone 'Europe/London')::date as written_on, s.version as seen_version,
      coalesce(n.lines, '[]') as lines
    from pupil_lines l
    left join cards c on c.school_id = l.school_id and c.pupil_id = l.pupil_id
    left join plans p on p.school_id = l.school_id and p.pupil_id = l.pupil_id
      and p.state in ('draft', 'shared', 'issued')
    left join (
      select pupil_id, max(card_version) as version from card_seen
      where school_id = ${actor.schoolId} and person_id = ${actor.personId}::uuid group by pupil_id) s
      on s.pupil_id = l.pupil_id
    left join (
      select pupil_id, json_agg(json_build_object('kind', kind, 'position', position, 'words', words, 'origin', origin,
        'fromVersion', from_version, 'untilVersion', until_version)) as lines
      from card_lines where school_id = ${actor.schoolId} group by pupil_id) n on n.pupil_id = l.pupil_id
    where l.school_id = ${actor.schoolId} and ${which}
    order by l.surname, l.forename`.execute(tx);
  return z
    .array(CardRow)
    .parse(rows)
    .map(({ lines, ...row }) => {
      const now = linesAt(lines, row.version);
      const { seenVersion } = row;
      const changes = seenVersion === null ? [] : changesBetweenCards(linesAt(lines, seenVersion), now);
      return { ...row, lines: now, changes };
    });
}
