import { sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { type GroupId, PupilId } from '#src/kernel/ids.ts';
import { yearWords } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { FacePupil } from '../domain/face.ts';
import { IssuedContent } from '../domain/plan-version.ts';

/** A pupil on roll whose plan was issued, as a list to choose from shows them. */
export type WithPlan = {
  readonly pupilId: PupilId;
  readonly forename: string;
  readonly surname: string;
  readonly className: string | null;
};

/** The pupils on roll with an issued plan that the actor may read: of the whole school, or of one group today. By class, then by name. */
export async function listPupilsWithPlan(tx: Tx, groupId: GroupId | null): Promise<readonly WithPlan[]> {
  const { actor, today } = tx.scope;
  const inGroup = sql`exists (select from group_pupils g where g.school_id = l.school_id and g.pupil_id = l.pupil_id
    and g.group_id = ${groupId}::uuid and g.from_on <= ${today}::date and coalesce(g.until_on >= ${today}::date, true))`;
  const { rows } = await sql<WithPlan>`
    select l.pupil_id, l.forename, l.surname, l.class_name from register_lines l
    where l.school_id = ${actor.schoolId} and l.is_on_roll and (${groupId}::uuid is null or ${inGroup})
      and exists (select from plan_versions v where v.school_id = l.school_id and v.pupil_id = l.pupil_id)
    order by l.year_rank, l.class_name, l.surname, l.forename, l.pupil_id`.execute(tx);
  return rows.map((row) => ({ ...row, pupilId: PupilId.parse(row.pupilId) }));
}

/** A plan as it was last issued, with whose it is. */
export type LastIssued = {
  readonly pupilId: PupilId;
  readonly pupil: FacePupil;
  readonly number: number;
  readonly issuedOn: SchoolDate;
  readonly content: IssuedContent;
};

type Row = {
  readonly pupilId: string;
  readonly forename: string;
  readonly surname: string;
  readonly bornOn: string;
  readonly yearGroup: string | null;
  readonly className: string | null;
  readonly number: number;
  readonly issuedOn: string;
  readonly content: unknown;
};

/** The last issued plans of some pupils, in the order of their ids as given. A plan that the actor may not read is left out. */
export async function listLastIssued(tx: Tx, pupilIds: readonly PupilId[]): Promise<readonly LastIssued[]> {
  const { rows } = await sql<Row>`
    select l.pupil_id, l.forename, l.surname, l.born_on, l.year_group, l.class_name, v.number, v.issued_on, v.content
    from unnest(${[...pupilIds]}::uuid[]) with ordinality as wanted (pupil_id, at)
    join register_lines l on l.school_id = ${tx.scope.actor.schoolId} and l.pupil_id = wanted.pupil_id
    join (select distinct on (pupil_id) * from plan_versions where school_id = ${tx.scope.actor.schoolId}
      and pupil_id = any(${[...pupilIds]}::uuid[]) order by pupil_id, number desc) v
      on v.school_id = l.school_id and v.pupil_id = l.pupil_id
    order by wanted.at`.execute(tx);
  return rows.map(
    ({ pupilId, forename, surname, bornOn, yearGroup, className, number, issuedOn, content }) => ({
      pupilId: PupilId.parse(pupilId),
      pupil: {
        forename,
        surname,
        bornOn: schoolDate(bornOn),
        place: [yearWords(yearGroup), className ?? ''].filter(Boolean).join(', '),
      },
      number,
      issuedOn: schoolDate(issuedOn),
      content: IssuedContent.parse(content),
    }),
  );
}
