import { sql } from 'kysely';
import { ageOn, type SchoolDate } from '#src/kernel/dates.ts';
import { PersonId } from '#src/kernel/ids.ts';
import { listHolders } from '#src/modules/identity/index.ts';
import { carerName, isSo, listCarersOf, type Pupil, relationshipWords } from '#src/modules/pupils/index.ts';
import {
  findCalendarAround,
  getSchool,
  isSchoolDay,
  type SchoolCalendar,
} from '#src/modules/school/index.ts';
import {
  addYears,
  type Clock,
  compulsorySchoolAgeEndsOn,
  processes,
  runClocks,
} from '#src/modules/statutory/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Authority } from '../domain/authority.ts';
import type { Case } from '../domain/case.ts';
import { toldDates } from '../domain/case-rules.ts';
import { closuresOf } from '../domain/clock-calendar.ts';
import { type PhaseMove, phaseMoveOf } from '../domain/review/phase-move.ts';
import { adviceWantedBy, type ProposedMeeting, proposeMeeting } from '../domain/review/propose-meeting.ts';
import { isBoundByYear, type ReviewKind } from '../domain/review/review.ts';
import { type InvitedFacts, type Invitee, whoIsInvited } from '../domain/review/who-is-invited.ts';
import { listAuthorities } from './list-authorities.ts';
import { listCases } from './list-cases.ts';
import { localRulesOf } from './run-case-clocks.ts';

/** The dates from which the year of a review is counted, as the case has them or as they were just typed. */
export type YearFacts = {
  readonly planMade?: SchoolDate | undefined;
  readonly lastDecisionSent?: SchoolDate | undefined;
};

export type ReviewProposal = {
  readonly kind: ReviewKind;
  readonly hasPlan: boolean;
  readonly meeting: ProposedMeeting | null;
  readonly move: PhaseMove | null;
  readonly people: readonly Invitee[];
  /** The case's own, else the only one that the school works with. */
  readonly authority: Authority | null;
  readonly authorities: readonly Authority[];
  /** The open case that waits for its meeting; null where one is opened with the review. */
  readonly waiting: Case | null;
  readonly year: YearFacts;
  /** Whether the next meeting for which the clock runs is under way already. */
  readonly underWayId: string | null;
};

const ofSome = (ids: readonly string[]) => ({
  ...processes['annual-review'],
  clocks: processes['annual-review'].clocks.filter(({ id }) => ids.includes(id)),
});
const latestMeeting = ofSome(['V4']);
const notices = ofSome(['V5', 'V6', 'V6a']);

export type ReviewWorld = {
  readonly calendar: SchoolCalendar;
  readonly authority: Pick<Authority, 'rules'> | null;
};
const givenOf = ({ calendar, authority }: ReviewWorld, events: Record<string, SchoolDate | undefined>) => ({
  events,
  facts: {},
  calendar: { closures: closuresOf(calendar), isSchoolDay: (day: SchoolDate) => isSchoolDay(calendar, day) },
  local: localRulesOf(authority),
});
const clockIn = (clocks: readonly Clock[], id: string): Clock | undefined =>
  clocks.find((one) => one.id === id);

/** The latest meeting by the year of the plan and by a move to the next phase; the earlier of the two. */
export function latestMeetingOn(
  world: ReviewWorld,
  year: YearFacts,
  move: PhaseMove | null,
): SchoolDate | null {
  const byYear = clockIn(runClocks(latestMeeting, givenOf(world, { ...year })).clocks, 'V4')?.alertOn;
  const byMove =
    move === null
      ? undefined
      : clockIn(
          runClocks(processes['phase-transfer'], {
            ...givenOf(world, { transfer: move.transferOn }),
            facts: { kind: move.kind },
          }).clocks,
          'phase-transfer-meeting',
        )?.alertOn;
  const [first] = [byYear, byMove].filter((day) => day !== undefined).toSorted();
  return first ?? null;
}

/** By when advice is wanted for a meeting, and by when it is circulated: by the clocks V6 and the school's days. */
export function adviceDays(world: ReviewWorld, meetingOn: SchoolDate) {
  const { clocks } = runClocks(notices, givenOf(world, { meeting: meetingOn }));
  const circulateBy = clockIn(clocks, 'V6')?.alertOn ?? meetingOn;
  const isOpen = (day: SchoolDate) => isSchoolDay(world.calendar, day);
  return { circulateBy, wantedBy: adviceWantedBy(circulateBy, isOpen) };
}

const propose = (world: ReviewWorld, today: SchoolDate, latestOn: SchoolDate | null) =>
  proposeMeeting({
    today,
    latestOn,
    isSchoolDay: (day) => isSchoolDay(world.calendar, day),
    noticeOf: (meeting) => {
      const { clocks } = runClocks(notices, givenOf(world, { meeting }));
      return {
        askAdviceBy: clockIn(clocks, 'V6a')?.dueOn ?? meeting,
        noticeBy: clockIn(clocks, 'V5')?.alertOn ?? meeting,
      };
    },
  });

type Near = { readonly personId: string; readonly knownAs: string };

/** Who teaches or supports a pupil today, and may write of them. */
async function listNearStaff(tx: Tx, pupilId: string): Promise<readonly Near[]> {
  const { actor, today } = tx.scope;
  const { rows } = await sql<Near>`
    select distinct m.person_id, m.known_as from reach r
    join members m on m.school_id = r.school_id and m.person_id = r.person_id
    where r.school_id = ${actor.schoolId} and r.pupil_id = ${pupilId} and r.withdrawn_at is null
      and r.why in ('teaches the class', 'key worker', 'runs the group', 'helps in the week') and r.from_on <= ${today}::date
      and coalesce(r.until_on >= ${today}::date, true)
    order by m.known_as`.execute(tx);
  return rows;
}

const usualKind = (pupil: Pupil, move: PhaseMove | null, today: SchoolDate): ReviewKind => {
  if (move !== null && move.transferOn <= addYears(today, 1)) return 'phase_transfer';
  return ageOn(pupil.bornOn, today) < 5 ? 'under_five' : 'annual';
};

type Asked = { readonly kind?: ReviewKind | undefined; readonly year?: YearFacts };

const readPupil = (tx: Tx, { pupilId }: Pupil) => {
  const { today, actor } = tx.scope;
  return tx.scope.together({
    calendar: (one: Tx) => findCalendarAround(one, { from: today, until: addYears(today, 1) }),
    school: (one: Tx) => getSchool(one),
    carers: (one: Tx) => listCarersOf(one, [pupilId]),
    staff: (one: Tx) => listNearStaff(one, pupilId),
    heads: (one: Tx) => listHolders(one, 'head'),
    authorities: (one: Tx) => listAuthorities(one),
    cases: (one: Tx) => listCases(one, { pupilIds: [pupilId], kind: 'annual-review', open: true }),
    lines: (one: Tx) =>
      one
        .selectFrom('registerLines')
        .select(['status', 'referringSchool'])
        .where('schoolId', '=', actor.schoolId)
        .where('pupilId', '=', pupilId)
        .execute(),
    reviews: (one: Tx) =>
      one
        .selectFrom('annualReviews')
        .select(['reviewId', 'caseId'])
        .where('schoolId', '=', actor.schoolId)
        .where('pupilId', '=', pupilId)
        .where('withdrawnAt', 'is', null)
        .execute(),
  });
};
type Read = Awaited<ReturnType<typeof readPupil>>;

/** The case that waits for its meeting, and the review that is under way. */
function underWayIn({ cases, reviews }: Pick<Read, 'cases' | 'reviews'>) {
  const reviewOf = new Map(reviews.map(({ caseId, reviewId }) => [caseId, reviewId]));
  const begun = cases.find(({ caseId }) => reviewOf.has(caseId));
  return {
    waiting: cases.find(({ caseId }) => !reviewOf.has(caseId)) ?? null,
    underWayId: begun === undefined ? null : (reviewOf.get(begun.caseId) ?? null),
  };
}

/** The authority of the case; else the only one that the school works with. */
function authorityIn({ authorities }: Pick<Read, 'authorities'>, waiting: Case | null): Authority | null {
  const own = authorities.find(({ authorityId }) => authorityId === waiting?.authorityId);
  return own ?? (authorities.length === 1 ? authorities[0] : undefined) ?? null;
}

type OfKind = { readonly kind: ReviewKind; readonly authority: Authority | null };

const invitedFacts = (tx: Tx, pupil: Pupil, read: Read, { kind, authority }: OfKind): InvitedFacts => ({
  kind,
  holder: tx.scope.today > compulsorySchoolAgeEndsOn(pupil.bornOn) ? 'young_person' : 'parent',
  pupilName: `${pupil.name.forename} ${pupil.name.surname}`,
  carers: read.carers.map((carer) => ({
    carerId: carer.carerId,
    name: carerName(carer),
    relationship: relationshipWords(carer.relationship),
    email: carer.email,
    whyNot: carer.isRestricted ? 'a court or the safeguarding lead limits contact' : null,
  })),
  authority: authority === null ? null : { name: authority.name, email: authority.teamEmail },
  head: read.heads[0] ?? null,
  staff: read.staff.map(({ personId, knownAs }) => ({ personId: PersonId.parse(personId), name: knownAs })),
  isInCare: pupil.facts.some((fact) => fact.kind === 'in_care' && isSo(fact.value)),
  referringSchool: read.lines[0]?.referringSchool ?? null,
});

/** Everything that a review of this pupil would begin with: its day, who is invited, and why. Nothing is kept. */
export async function proposeReview(tx: Tx, pupil: Pupil, asked: Asked = {}): Promise<ReviewProposal> {
  const { today } = tx.scope;
  const read = await readPupil(tx, pupil);
  const { waiting, underWayId } = underWayIn(read);
  const authority = authorityIn(read, waiting);
  const world = { calendar: read.calendar, authority };
  const move = phaseMoveOf({ yearGroup: pupil.yearGroup, phase: read.school.phase }, today);
  const kind = asked.kind ?? usualKind(pupil, move, today);
  const held = waiting === null ? {} : toldDates('annual-review', waiting.events);
  const year = {
    planMade: asked.year?.planMade ?? held.planMade,
    lastDecisionSent: asked.year?.lastDecisionSent ?? held.lastDecisionSent,
  };
  const latestOn = isBoundByYear(kind)
    ? latestMeetingOn(world, year, kind === 'phase_transfer' ? move : null)
    : null;
  return {
    kind,
    hasPlan: read.lines[0]?.status === 'ehc_plan',
    meeting: propose(world, today, latestOn),
    move,
    authority,
    authorities: read.authorities,
    waiting,
    underWayId,
    year,
    people: whoIsInvited(invitedFacts(tx, pupil, read, { kind, authority })),
  };
}
