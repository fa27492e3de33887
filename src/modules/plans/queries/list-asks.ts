import { type RawBuilder, sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type AskItem, type AskLine, mostAsked } from '../domain/ask.ts';
import { known, sectionKinds } from '../domain/plan.ts';
import { listLastEvidence } from './list-evidence.ts';

type Row = {
  readonly askItemId: string;
  readonly pupilId: string;
  readonly planId: string;
  readonly targetId: string | null;
  readonly part: string | null;
  readonly forename: string;
  readonly surname: string;
  readonly className: string | null;
  readonly reviewOn: string | null;
  readonly words: string | null;
  readonly success: string | null;
  readonly baseline: string | null;
  readonly held: string | null;
  readonly version: number | null;
};

/** What is asked still: not answered, of a plan where it can be used. An older week is asked anew by a newer one. */
const open = (tx: Tx): RawBuilder<unknown> => sql`
  ask_items i
  join asks a on a.school_id = i.school_id and a.ask_id = i.ask_id
  join plans p on p.school_id = i.school_id and p.plan_id = i.plan_id
  left join plan_targets t on t.school_id = i.school_id and t.target_id = i.target_id
  where i.school_id = ${tx.scope.actor.schoolId} and i.answered_at is null
    and (i.target_id is not null and p.state = 'issued' and t.withdrawn_at is null
      or i.part is not null and p.state in ('draft', 'shared'))
    and not exists (select from ask_items n join asks b on b.school_id = n.school_id and b.ask_id = n.ask_id
      where n.school_id = i.school_id and n.plan_id = i.plan_id and b.person_id = a.person_id and b.week_on > a.week_on
        and n.target_id is not distinct from i.target_id and n.part is not distinct from i.part)`;

/** Everything that is asked of the actor, by pupil, the earliest review first. */
export async function listAskedOfMe(tx: Tx): Promise<readonly AskItem[]> {
  const { rows } = await sql<Row>`
    select o.*, l.forename, l.surname, l.class_name, s.words as held, s.version from (
      select i.school_id, i.ask_item_id, i.pupil_id, i.plan_id, i.target_id, i.part, p.review_on, t.words, t.success,
        t.baseline, t.position from ${open(tx)} and a.person_id = ${tx.scope.actor.personId}) o
    join register_lines l on l.school_id = o.school_id and l.pupil_id = o.pupil_id
    left join plan_sections s on s.school_id = o.school_id and s.plan_id = o.plan_id and s.kind = o.part
    order by o.review_on nulls last, l.surname, l.forename, o.pupil_id, o.position nulls last, o.ask_item_id
    limit ${mostAsked}`.execute(tx);
  const last = await listLastEvidence(
    tx,
    rows.flatMap((row) => (row.targetId === null ? [] : [row.targetId])),
  );
  return rows.map(({ targetId, part, words, success, baseline, held, version, ...row }): AskItem => {
    const of = {
      askItemId: row.askItemId,
      planId: row.planId,
      forename: row.forename,
      surname: row.surname,
      className: row.className,
      pupilId: PupilId.parse(row.pupilId),
      reviewOn: dayOf(row.reviewOn),
    };
    return targetId === null
      ? { ...of, kind: 'part', part: known(sectionKinds, part), held, version: version ?? 0 }
      : { ...of, kind: 'target', targetId, words: words ?? '', success, baseline, last: last.get(targetId) };
  });
}

const dayOf = (text: string | null): SchoolDate | null => (text === null ? null : schoolDate(text));

/** How many things are asked of the actor still. */
export async function countAskedOfMe(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${open(tx)} and a.person_id = ${tx.scope.actor.personId}`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Who was asked in the last weeks, the newest week first, and how far each is. */
export async function listAsks(tx: Tx, since: SchoolDate): Promise<readonly AskLine[]> {
  const { rows } = await sql<Omit<AskLine, 'weekOn'> & { readonly weekOn: string }>`
    select a.ask_id, a.person_id, m.known_as, a.week_on, a.mailed_at, a.reminded_at, a.version,
      count(i.ask_item_id)::int as asked, count(i.answered_at)::int as answered
    from asks a
    left join members m on m.school_id = a.school_id and m.person_id = a.person_id
    left join ask_items i on i.school_id = a.school_id and i.ask_id = a.ask_id
    where a.school_id = ${tx.scope.actor.schoolId} and a.week_on >= ${since}::date
    group by a.school_id, a.ask_id, m.known_as
    order by a.week_on desc, m.known_as, a.ask_id`.execute(tx);
  return rows.map((row) => ({ ...row, weekOn: schoolDate(row.weekOn) }));
}

export type AskToMail = Pick<AskLine, 'askId' | 'personId' | 'knownAs' | 'remindedAt'>;

/** The asks that were made or asked again and not mailed yet, as long as something of them is open. */
export async function listAsksToMail(tx: Tx): Promise<readonly AskToMail[]> {
  const { rows } = await sql<AskToMail>`
    select a.ask_id, a.person_id, m.known_as, a.reminded_at from asks a
    left join members m on m.school_id = a.school_id and m.person_id = a.person_id
    where a.school_id = ${tx.scope.actor.schoolId} and a.mailed_at is null
      and exists (select from ask_items i where i.school_id = a.school_id and i.ask_id = a.ask_id and i.answered_at is null)
    order by a.ask_id`.execute(tx);
  return rows;
}
