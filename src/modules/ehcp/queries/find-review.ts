import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import { PersonId, PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { toldDates } from '../domain/case-rules.ts';
import {
  answers,
  attendances,
  capacities,
  isStatutory,
  type Review,
  recommendations,
  reviewKinds,
} from '../domain/review/review.ts';
import { listCases } from './list-cases.ts';

const Person = z.object({
  reviewPersonId: z.string(),
  capacity: z.enum(capacities),
  name: z.string(),
  email: z.string().nullable(),
  personId: PersonId.nullable(),
  carerId: z.string().nullable(),
  isMailed: z.boolean(),
  isRequired: z.boolean(),
  why: z.string(),
  invitedOn: SchoolDate.nullable(),
  answer: z.enum(answers).nullable(),
  answeredOn: SchoolDate.nullable(),
  attended: z.enum(attendances).nullable(),
  hasLink: z.boolean(),
  version: z.number(),
  advice: z
    .object({
      askedOn: SchoolDate,
      receivedOn: SchoolDate.nullable(),
      words: z.string().nullable(),
      documentId: z.string().nullable(),
      nothingToSay: z.boolean(),
    })
    .nullable(),
});

const Row = z.object({
  reviewId: z.string(),
  caseId: z.string().nullable(),
  pupilId: PupilId,
  kind: z.enum(reviewKinds),
  meetingOn: SchoolDate.nullable(),
  reportSentOn: SchoolDate.nullable(),
  meetingAt: z.string().nullable(),
  venue: z.string().nullable(),
  chair: z.string().nullable(),
  recommendation: z.enum(recommendations).nullable(),
  sectionsToChange: z.array(z.string()),
  reportDocumentId: z.string().nullable(),
  withdrawnWhy: z.string().nullable(),
  version: z.number(),
  people: z.array(Person),
});

/** The reviews of a school, or one of them, with who is invited. Two statements, however many: the second reads the cases. */
async function read(tx: Tx, which: RawBuilder<unknown>): Promise<readonly Review[]> {
  const { schoolId } = tx.scope.actor;
  const { rows } = await sql`
    select r.review_id, r.case_id, r.pupil_id, r.kind, r.meeting_on, r.report_sent_on, r.meeting_at, r.venue, r.chair,
      r.recommendation, r.sections_to_change, r.report_document_id, r.withdrawn_why, r.version,
      coalesce(p.people, '[]') as people
    from annual_reviews r
    left join (select p.review_id, json_agg(json_build_object('reviewPersonId', p.review_person_id,
        'capacity', p.capacity, 'name', p.name, 'email', p.email, 'personId', p.person_id, 'carerId', p.carer_id,
        'isMailed', p.mailed_at is not null, 'isRequired', p.is_required, 'why', p.why, 'invitedOn', p.invited_on,
        'answer', p.answer, 'answeredOn', p.answered_on, 'attended', p.attended, 'version', p.version,
        'hasLink', l.review_person_id is not null,
        'advice', case when a.review_person_id is null then null else json_build_object('askedOn', a.asked_on,
          'receivedOn', a.received_on, 'words', a.words, 'documentId', a.document_id, 'nothingToSay', a.nothing_to_say) end)
        order by not p.is_required, p.recorded_at, p.review_person_id) as people
      from review_people p
      left join review_advice a on a.school_id = p.school_id and a.review_person_id = p.review_person_id
      left join (select distinct school_id, review_person_id from review_links
        where school_id = ${schoolId} and stopped_at is null) l
        on l.school_id = p.school_id and l.review_person_id = p.review_person_id
      where p.school_id = ${schoolId} and p.withdrawn_at is null
      group by p.review_id) p on p.review_id = r.review_id
    where r.school_id = ${schoolId} and ${which}
    order by r.recorded_at, r.review_id`.execute(tx);
  const reviews = z.array(Row).parse(rows);
  const pupilIds = [...new Set(reviews.flatMap(({ caseId, pupilId }) => (caseId === null ? [] : [pupilId])))];
  const cases = pupilIds.length === 0 ? [] : await listCases(tx, { pupilIds, kind: 'annual-review' });
  const byId = new Map(cases.map((one) => [one.caseId, one]));
  return reviews.flatMap(({ caseId, meetingOn, reportSentOn, ...row }): Review[] => {
    const of = caseId === null ? null : (byId.get(caseId) ?? null);
    const events =
      of === null ? eventsWithoutCase(row.people, reportSentOn) : toldDates('annual-review', of.events);
    const on = of === null ? meetingOn : (events.meeting ?? null);
    if (isStatutory(row.kind) && of === null) return [];
    // A case whose meeting was withdrawn and not set anew stands on the day that it was opened.
    const day = on ?? of?.openedOn ?? null;
    return day === null ? [] : [{ ...row, case: of, events, meetingOn: day }];
  });
}

/** What is known of a meeting that no clock runs for. */
function eventsWithoutCase(
  people: z.output<typeof Row>['people'],
  reportSentOn: SchoolDate | null,
): Review['events'] {
  const invited = people.flatMap(({ invitedOn }) => (invitedOn === null ? [] : [invitedOn])).toSorted()[0];
  return { invited, reportSent: reportSentOn ?? undefined };
}

/** One review, or null where there is none that the actor sees. */
export async function findReview(tx: Tx, reviewId: string): Promise<Review | null> {
  const [found] = await read(tx, sql`r.review_id = ${reviewId}`);
  return found ?? null;
}

/** The reviews that are not withdrawn, of the whole school or of one pupil. */
export const listReviews = (tx: Tx, { pupilId }: { readonly pupilId?: PupilId } = {}) =>
  read(
    tx,
    pupilId === undefined
      ? sql`r.withdrawn_at is null`
      : sql`r.withdrawn_at is null and r.pupil_id = ${pupilId}`,
  );

/** Of whom words are asked still: the reviews that wait for the actor, the earliest meeting first. */
export async function listReviewsAskingMe(tx: Tx): Promise<readonly Review[]> {
  const mine = sql`r.withdrawn_at is null and exists (select from review_people p
    join review_advice a on a.school_id = p.school_id and a.review_person_id = p.review_person_id
    where p.school_id = r.school_id and p.review_id = r.review_id and p.person_id = ${tx.scope.actor.personId}
      and p.withdrawn_at is null and a.received_on is null)`;
  const found = await read(tx, mine);
  return found
    .filter(
      (review) => review.events.adviceCirculated === undefined && review.events.reportSent === undefined,
    )
    .toSorted((a, b) => (a.meetingOn < b.meetingOn ? -1 : 1));
}
