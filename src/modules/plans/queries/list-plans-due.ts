import { sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { getCalendar } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { endOfHalfTerm } from '../domain/review-due.ts';

/** A plan that stands before its review, as a line of the list. */
export type PlanDue = {
  readonly planId: string;
  readonly pupilId: PupilId;
  readonly surname: string;
  readonly forename: string;
  readonly className: string | null;
  readonly keyWorker: string | null;
  readonly cycle: number;
  readonly reviewOn: SchoolDate;
  readonly targets: number;
  /** How many of them somebody has marked already. */
  readonly marked: number;
};

type Row = {
  readonly planId: string;
  readonly pupilId: string;
  readonly surname: string;
  readonly forename: string;
  readonly className: string | null;
  readonly keyWorker: string | null;
  readonly cycle: number;
  readonly reviewOn: string;
  readonly targets: number;
  readonly marked: number;
};

/** Every issued plan of a pupil on roll that the actor may see, the earliest review first. One statement. */
export async function listPlansDue(tx: Tx): Promise<readonly PlanDue[]> {
  const { rows } = await sql<Row>`
    select p.plan_id, p.pupil_id, l.surname, l.forename, l.class_name, l.key_worker, p.cycle, p.review_on,
      t.targets::int as targets, t.marked::int as marked
    from plans p
    join register_lines l on l.school_id = p.school_id and l.pupil_id = p.pupil_id and l.is_on_roll
    left join lateral (
      select count(*) as targets, count(r.target_id) as marked from plan_targets t
      left join target_reviews r on r.school_id = t.school_id and r.target_id = t.target_id
      where t.school_id = p.school_id and t.plan_id = p.plan_id and t.withdrawn_at is null) t on true
    where p.school_id = ${tx.scope.actor.schoolId} and p.state = 'issued' and p.review_on is not null
    order by p.review_on, l.surname, l.forename, p.plan_id`.execute(tx);
  return rows.map((row) => ({
    ...row,
    pupilId: PupilId.parse(row.pupilId),
    reviewOn: schoolDate(row.reviewOn),
  }));
}

/** The last day of the half term that today lies in, by the terms on record. */
export async function getHalfTermEnd(tx: Tx): Promise<SchoolDate> {
  const { terms } = await getCalendar(tx);
  return endOfHalfTerm(terms, tx.scope.today);
}
