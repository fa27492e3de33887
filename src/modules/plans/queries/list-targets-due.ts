import { sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { decisions, known, ratings } from '../domain/plan.ts';
import type { Mark } from './list-marks.ts';

/** A target of an issued plan, of whichever pupil, with its mark. */
export type TargetDue = {
  readonly targetId: string;
  readonly planId: string;
  readonly pupilId: PupilId;
  readonly surname: string;
  readonly forename: string;
  readonly className: string | null;
  readonly reviewOn: SchoolDate;
  readonly words: string;
  readonly success: string | null;
  readonly baseline: string | null;
  readonly mark: Omit<Mark, 'targetId'> | null;
};

type Row = Omit<TargetDue, 'reviewOn' | 'pupilId' | 'mark'> & {
  readonly pupilId: string;
  readonly reviewOn: string;
  readonly rating: number | null;
  readonly decision: string | null;
  readonly markWords: string | null;
  readonly markVersion: number | null;
  readonly markedOn: string | null;
  readonly byName: string | null;
};

/** The targets of issued plans that the actor may see, by pupil, the earliest review first. One statement. */
export async function listTargetsDue(tx: Tx): Promise<readonly TargetDue[]> {
  const { rows } = await sql<Row>`
    select t.target_id, t.plan_id, t.pupil_id, l.surname, l.forename, l.class_name, p.review_on, t.words, t.success,
      t.baseline, r.rating, r.decision, r.words as mark_words, r.version as mark_version, r.reviewed_on as marked_on,
      m.known_as as by_name
    from plans p
    join register_lines l on l.school_id = p.school_id and l.pupil_id = p.pupil_id and l.is_on_roll
    join plan_targets t on t.school_id = p.school_id and t.plan_id = p.plan_id and t.withdrawn_at is null
    left join target_reviews r on r.school_id = t.school_id and r.target_id = t.target_id
    left join members m on m.school_id = r.school_id and m.person_id = r.by_person_id
    where p.school_id = ${tx.scope.actor.schoolId} and p.state = 'issued' and p.review_on is not null
    order by p.review_on, l.surname, l.forename, p.plan_id, t.position`.execute(tx);
  return rows.map(({ rating, decision, markWords, markVersion, markedOn, byName, ...row }) => ({
    ...row,
    pupilId: PupilId.parse(row.pupilId),
    reviewOn: schoolDate(row.reviewOn),
    mark:
      rating === null || decision === null || markVersion === null || markedOn === null
        ? null
        : {
            rating: known(ratings, rating),
            decision: known(decisions, decision),
            words: markWords,
            version: markVersion,
            byName,
            markedOn: schoolDate(markedOn),
          },
  }));
}
