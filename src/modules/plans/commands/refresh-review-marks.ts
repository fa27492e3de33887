import { sql } from 'kysely';
import { programActor } from '#src/kernel/access.ts';
import { schoolDate } from '#src/kernel/dates.ts';
import { PupilId, SchoolId } from '#src/kernel/ids.ts';
import { behindOf, noteReviewMarks, type ReviewMarks, SenStatus } from '#src/modules/register/index.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { behindWith, yearBefore } from '../domain/review-duty.ts';

/** After an import was taken back, pupils who were not touched may stand otherwise. */
const schoolEvents = ['ImportUndone'];

/** Says anew, in the lines of the register, what the school is behind with for the pupils that were changed. */
export async function refreshReviewMarks(tx: Tx): Promise<void> {
  const { happened, touchedPupils } = tx.scope;
  if (schoolEvents.some((type) => happened.has(type))) await drawMarks(tx, null);
  else if (touchedPupils.size > 0) await drawMarks(tx, [...touchedPupils]);
}

/** The same for every pupil of the school: with a new day reviews become late and meetings a year old. */
export const refreshAllReviewMarks = (tx: Tx): Promise<void> => drawMarks(tx, null);

/** School by school, each in a transaction of its own. Twice is as good as once. */
export async function refreshReviewMarksEverywhere(program: Program): Promise<void> {
  const schools = await program.database.app
    .selectFrom('schools')
    .select('schoolId')
    .orderBy('schoolId')
    .execute();
  for (const { schoolId } of schools)
    await inScope(scopeOf(program), programActor(SchoolId.parse(schoolId)), refreshAllReviewMarks);
}

type Row = {
  readonly pupilId: string;
  readonly status: string;
  readonly senSinceOn: string | null;
  readonly met: number;
  readonly planId: string | null;
  readonly begunOn: string;
  readonly planReviewOn: string | null;
  readonly sharedOn: string | null;
  readonly reviewOn: string | null;
  readonly meetings: number;
  readonly behind: readonly string[];
};

const dayOf = (text: string | null) => (text === null ? null : schoolDate(text));

async function drawMarks(tx: Tx, pupilIds: readonly PupilId[] | null): Promise<void> {
  const rows = await listFacts(tx, pupilIds);
  const changed = rows.flatMap((row): ReviewMarks[] => {
    const marks = marksOf(row, tx);
    const isSame =
      row.reviewOn === marks.reviewOn &&
      row.meetings === marks.meetings &&
      row.behind.map(behindOf).join() === marks.behind.join();
    return isSame ? [] : [marks];
  });
  await noteReviewMarks(tx, changed);
}

function marksOf(row: Row, { scope: { today } }: Tx): ReviewMarks {
  const reviewOn = dayOf(row.planReviewOn);
  const plan =
    row.planId === null
      ? null
      : { begunOn: schoolDate(row.begunOn), reviewOn, sharedOn: dayOf(row.sharedOn) };
  const { met } = row;
  const facts = {
    status: SenStatus.parse(row.status),
    senSinceOn: dayOf(row.senSinceOn),
    meetings: met,
    plan,
  };
  return { pupilId: PupilId.parse(row.pupilId), reviewOn, meetings: met, behind: behindWith(facts, today) };
}

/** What the rules ask, beside what the line says now. Lateral, as each pupil's few rows are found by index. */
async function listFacts(tx: Tx, pupilIds: readonly PupilId[] | null): Promise<readonly Row[]> {
  const { today, actor } = tx.scope;
  const own = (table: string) =>
    sql`${sql.ref(`${table}.school_id`)} = l.school_id and ${sql.ref(`${table}.pupil_id`)} = l.pupil_id`;
  const sen = (table: string) =>
    sql`${own(table)} and ${sql.ref(`${table}.withdrawn_at`)} is null and ${sql.ref(`${table}.status`)} in ('sen_support', 'ehc_plan')`;
  const { rows } = await sql<Row>`
    select l.pupil_id, coalesce(n.status, 'none') as status, b.since_on as sen_since_on, m.met::int as met,
      p.plan_id, p.begun_on, p.review_on as plan_review_on, p.shared_on, l.review_on, l.meetings, l.behind
    from register_lines l
    left join lateral (
      select s.status from sen_statuses s where ${own('s')} and s.withdrawn_at is null and s.from_on <= ${today}::date
        and coalesce(s.until_on >= ${today}::date, true) limit 1) n on true
    left join lateral (
      select max(s.from_on) as since_on from sen_statuses s
      where ${sen('s')} and s.from_on <= ${today}::date and not exists (
        select from sen_statuses e where ${sen('e')} and e.from_on < s.from_on
          and coalesce(e.until_on >= s.from_on - 1, true))) b on true
    left join lateral (
      select count(*) as met from contact_notes c where ${own('c')} and c.kind = 'meeting' and c.withdrawn_at is null
        and c.on_date between ${yearBefore(today)}::date and ${today}::date) m on true
    left join lateral (
      select p.plan_id, p.begun_on, p.review_on, p.shared_on from plans p
      where ${own('p')} and p.state in ('draft', 'shared', 'issued') limit 1) p on true
    where l.school_id = ${actor.schoolId}
      and ${pupilIds === null ? sql`true` : sql`l.pupil_id = any(${[...pupilIds]}::uuid[])`}`.execute(tx);
  return rows;
}
