import { sql } from 'kysely';
import { programActor } from '#src/kernel/access.ts';
import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import { type PersonId, PupilId, type SchoolId } from '#src/kernel/ids.ts';
import {
  answerInvitation,
  circulateAdvice,
  findReview,
  inviteToReview,
  markAttendance,
  proposeReview,
  type Review,
  type ReviewKind,
  recordCaseEvent,
  startReview,
  takeAdvice,
  writeReviewViews,
} from '#src/modules/ehcp/index.ts';
import { findPupil } from '#src/modules/pupils/index.ts';
import { findCalendarAround, isSchoolDay } from '#src/modules/school/index.ts';
import { stoppedClock } from '#src/platform/clock/clock.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { peopleOf } from './daily-cast.ts';
import { granted } from './granted.ts';
import demoAdvice from './review-advice.json' with { type: 'json' };

type DemoReview = {
  readonly kind: ReviewKind;
  /** Days from today to the meeting; below nought it was held. */
  readonly meeting: number;
  /** Days ago, of what was done so far. */
  readonly started: number;
  readonly sent?: true;
  readonly heard?: number;
  readonly circulated?: number;
  readonly held?: true;
  readonly after?: readonly (readonly [name: string, daysAgo: number])[];
};

/** Reviews in every state: planned, invited, circulated, held, reported, being amended, and a termly meeting. */
const demoReviews: readonly DemoReview[] = [
  { kind: 'annual', meeting: 48, started: 1 },
  { kind: 'annual', meeting: 34, started: 8, sent: true, heard: 3 },
  { kind: 'early', meeting: 9, started: 40, sent: true, heard: 5, circulated: 6 },
  { kind: 'annual', meeting: -6, started: 55, sent: true, heard: 6, circulated: 22, held: true },
  {
    kind: 'annual',
    meeting: -20,
    started: 70,
    sent: true,
    heard: 6,
    circulated: 36,
    held: true,
    after: [['reportSent', 8]],
  },
  {
    kind: 'annual',
    meeting: -36,
    started: 86,
    sent: true,
    heard: 6,
    circulated: 52,
    held: true,
    after: [
      ['reportSent', 24],
      ['decisionSent', 12],
      ['noticeSent', 12],
    ],
  },
  { kind: 'termly', meeting: 13, started: 5, sent: true, heard: 1 },
];

type School = { readonly program: Program; readonly schoolId: SchoolId; readonly senco: PersonId };

/** Reviews in each school that has a SENCO and pupils with a plan for it. Nothing is mailed. */
export async function loadAnnualReviews(
  program: Program,
  schools: Iterable<{ schoolId: SchoolId }>,
): Promise<void> {
  for (const { schoolId } of schools) {
    const actor = programActor(schoolId);
    const people = await inScope(scopeOf(program), actor, peopleOf);
    if (people === null) continue;
    const school = { program, schoolId, senco: people.senco };
    const pupils = await inScope(scopeOf(program), actor, pupilsWithPlan);
    for (const [at, of] of demoReviews.entries()) {
      const pupilId = pupils[at];
      if (pupilId !== undefined) await reviewOf(school, pupilId, of);
    }
  }
}

/** Pupils with a plan and no case of a review, so that each state is told whole. */
async function pupilsWithPlan(tx: Tx): Promise<readonly PupilId[]> {
  const { rows } = await sql<{ pupilId: string }>`
    select l.pupil_id from register_lines l
    where l.school_id = ${tx.scope.actor.schoolId} and l.is_on_roll and l.status = 'ehc_plan'
      and not exists (select from cases c where c.school_id = l.school_id and c.pupil_id = l.pupil_id)
    order by l.surname, l.forename`.execute(tx);
  return rows.map((row) => PupilId.parse(row.pupilId));
}

function on<T>(
  { program, schoolId, senco }: School,
  daysAgo: number,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const actor = { ...programActor(schoolId), personId: senco, roles: ['senco'] };
  const clock = stoppedClock(`${addDays(program.clock.today(), -daysAgo)}T10:15:00Z`);
  return inScope({ ...scopeOf(program), clock, reactions: [] }, actor, work);
}

async function again(tx: Tx, reviewId: string): Promise<Review> {
  const review = await findReview(tx, reviewId);
  if (review === null) throw new Error('The demo lost a review');
  return review;
}

/** The school day on or before a day. */
async function schoolDayBy(tx: Tx, day: SchoolDate): Promise<SchoolDate> {
  const calendar = await findCalendarAround(tx, { from: addDays(day, -30), until: day });
  const days = Array.from({ length: 30 }, (_, at) => addDays(day, -at));
  return days.find((one) => isSchoolDay(calendar, one)) ?? day;
}

async function reviewOf(school: School, pupilId: PupilId, of: DemoReview): Promise<void> {
  const today = school.program.clock.today();
  const reviewId = await on(school, of.started, async (tx) => {
    const pupil = await findPupil(tx, pupilId);
    if (pupil === null) throw new Error('The demo lost a pupil');
    const meetingOn = await schoolDayBy(tx, addDays(today, of.meeting));
    const year = { lastDecisionSent: addDays(today, of.meeting - 300) };
    const proposal = await proposeReview(tx, pupil, { kind: of.kind, year });
    const people = proposal.people.filter(({ whyNot }) => whyNot === null);
    const place = { meetingAt: '14:00', venue: 'In school, the family room', chair: 'The SENCO' };
    const authorityId = proposal.authority?.authorityId ?? null;
    const { kind } = of;
    const id = granted(
      await startReview(tx, { pupil, kind, meetingOn, authorityId, year, people, proposal, ...place }),
    );
    if (of.sent) granted(await inviteToReview(tx, await again(tx, id)));
    return id;
  });
  await on(school, Math.max(0, of.started - 6), (tx) => hear(tx, reviewId, of.heard ?? 0));
  const { circulated } = of;
  if (circulated !== undefined)
    await on(school, circulated, async (tx) =>
      granted(
        await circulateAdvice(tx, await again(tx, reviewId), {
          circulatedOn: tx.scope.today,
          how: 'Secure mail',
        }),
      ),
    );
  if (of.held) await on(school, Math.max(0, -of.meeting - 1), (tx) => holdMeeting(tx, reviewId));
  for (const [name, daysAgo] of of.after ?? [])
    await on(school, daysAgo, async (tx) => {
      const { case: own } = await again(tx, reviewId);
      if (own !== null)
        granted(await recordCaseEvent(tx, { caseId: own.caseId, name, happenedOn: tx.scope.today }));
    });
}

/** Some of those invited answer and write. */
async function hear(tx: Tx, reviewId: string, most: number): Promise<void> {
  const words: Readonly<Record<string, string>> = demoAdvice;
  const review = await again(tx, reviewId);
  for (const person of review.people.filter(({ invitedOn }) => invitedOn !== null).slice(0, most)) {
    const said = words[person.capacity] ?? null;
    if (said !== null && person.advice !== null)
      granted(
        await takeAdvice(
          tx,
          { review, person },
          { receivedOn: tx.scope.today, words: said, documentId: null, nothingToSay: false },
        ),
      );
    await answerInvitation(tx, { review, person }, said === null ? 'cannot' : 'comes');
  }
}

async function holdMeeting(tx: Tx, reviewId: string): Promise<void> {
  const review = await again(tx, reviewId);
  for (const person of review.people)
    await markAttendance(tx, { review, person }, person.answer === 'comes' ? 'came' : 'absent');
  granted(
    await writeReviewViews(tx, review, {
      working: 'Prepared adult help at the start of each lesson; the quiet table at lunch.',
      notWorking: 'Changes of room without warning.',
    }),
  );
}
