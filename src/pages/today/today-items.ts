import { type Member, may } from '#src/kernel/access.ts';
import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { type DueLine, isLate, isOurs } from '#src/modules/ehcp/index.ts';
import { listWaitingImports, type WaitingImport } from '#src/modules/imports/index.ts';
import { type ClassReading, countAskedOfMe, listClassReading } from '#src/modules/plans/index.ts';
import { listTrustViews, type TrustView } from '#src/modules/privacy/index.ts';
import { countOpenSessions, type OpenSessions } from '#src/modules/provision/index.ts';
import { listNamesOf } from '#src/modules/pupils/index.ts';
import {
  type Concern,
  listBehind,
  listNewsForMe,
  listToBeTold,
  listToDecide,
  type RegisterLine,
} from '#src/modules/register/index.ts';
import { findCalendarAround, weekInWords } from '#src/modules/school/index.ts';
import { listMyTasks, planTasks, type TaskPlan } from '#src/modules/tasks/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { listAllDeadlines } from '../reviews/deadlines-of-search.ts';

/** Everything that waits for one person today, from every module that has something to say. */
export type TodayItems = {
  readonly today: SchoolDate;
  /** Null while no terms are entered. */
  readonly week: string | null;
  readonly tasks: TaskPlan;
  readonly names: ReadonlyMap<PupilId, string>;
  /** Pupils on SEN support whose parents are not yet told, the first few; for whom it is to tell them. */
  readonly toBeTold: readonly RegisterLine[];
  readonly toBeToldMore: number;
  readonly imports: readonly WaitingImport[];
  /** Concerns that wait for a decision, the longest waiting first; for those who decide. */
  readonly toDecide: readonly Concern[];
  readonly toDecideMore: number;
  /** The actor's own concerns that were decided of late. */
  readonly news: readonly Concern[];
  /** Pupils whose review is late or due this week, and for whom something else is behind. */
  readonly behind: readonly RegisterLine[];
  /** How many things are asked of the actor for reviews. */
  readonly asked: number;
  /** Pupils whom the trust opened in the last seven days; for those who see the record of views. */
  readonly seenByTrust: readonly TrustView[];
  /** The actor's own classes with lesson cards. */
  readonly classes: readonly ClassReading[];
  /** Whether they reach single pupils: those in no class of theirs have cards of their own. */
  readonly supports: boolean;
  /** Dates of the law and of authorities that are late, or that the school owes this week; for those who answer for them. */
  readonly deadlines: readonly DueLine[];
  /** Null for those who log no sessions. */
  readonly sessions: OpenSessions | null;
};

const MOST_TOLD = 5;
const MOST_TO_DECIDE = 8;
const TRUST_DAYS = 7;
/** As far back as sessions that nobody logged are asked for. */
const TERM_DAYS = 14;
const REVIEW_DAYS = 6;

/** Reads Today: every part that is the actor's, together, and then the names. */
export async function loadToday(tx: Tx, actor: Member): Promise<TodayItems> {
  const { today } = tx.scope;
  const read = await tx.scope.together({
    calendar: (asked) => findCalendarAround(asked, { from: addDays(today, -TERM_DAYS), until: today }),
    mine: listMyTasks,
    undecided: async (asked) => (may(actor, 'concern.decide') ? listToDecide(asked) : []),
    untold: async (asked) => (may(actor, 'register.change') ? listToBeTold(asked) : []),
    seenByTrust: async (asked) => (may(actor, 'privacy.read') ? listTrustViews(asked, TRUST_DAYS) : []),
    behind: async (asked) => (may(actor, 'plan.write') ? listBehind(asked, addDays(today, REVIEW_DAYS)) : []),
    asked: async (asked) => (may(actor, 'plan.evidence') ? countAskedOfMe(asked) : 0),
    news: async (asked) => (may(actor, 'concern.raise') ? listNewsForMe(asked) : []),
    imports: async (asked) => (may(actor, 'import.review') ? listWaitingImports(asked) : []),
    classes: async (asked) => (may(actor, 'plan.read') ? listClassReading(asked, 'own') : []),
  });
  const isForCases = may(actor, 'case.write') || actor.roles.includes('head');
  const deadlines = isForCases ? await listAllDeadlines(tx) : [];
  const { calendar, mine, undecided, untold, seenByTrust } = read;
  const hasTerms = calendar.terms.length > 0;
  const rest = await tx.scope.together({
    sessions: async (asked) =>
      may(actor, 'provision.log') && hasTerms ? countOpenSessions(asked, calendar) : null,
    names: (asked) =>
      listNamesOf(asked, [...mine.map((task) => task.pupilId), ...seenByTrust.map((view) => view.pupilId)]),
  });
  return {
    today,
    week: hasTerms ? weekInWords(calendar, today) : null,
    sessions: rest.sessions,
    tasks: planTasks(mine, actor.personId, today),
    seenByTrust,
    behind: read.behind,
    asked: read.asked,
    names: rest.names,
    toBeTold: untold.slice(0, MOST_TOLD),
    toBeToldMore: Math.max(0, untold.length - MOST_TOLD),
    toDecide: undecided.slice(0, MOST_TO_DECIDE),
    toDecideMore: Math.max(0, undecided.length - MOST_TO_DECIDE),
    news: read.news,
    imports: read.imports,
    classes: read.classes,
    deadlines: deadlines.filter((one) => isLate(one) || isOursSoon(one, today)),
    supports: may(actor, 'plan.read') && actor.reach !== 'school',
  };
}

const isOursSoon = (one: DueLine, today: SchoolDate): boolean =>
  isOurs(one) && one.clock.dueOn >= today && one.clock.dueOn <= addDays(today, REVIEW_DAYS);

/** The first few of a kind of deadline, and how many more there are. */
export function someDeadlines({ deadlines }: Pick<TodayItems, 'deadlines'>, whose: 'ours' | 'theirs') {
  const all = deadlines.filter((one) => isOurs(one) === (whose === 'ours'));
  return { shown: all.slice(0, MOST_REVIEWS), more: Math.max(0, all.length - MOST_REVIEWS) };
}

/** The pupils whom the page shows. */
export const pupilsOfToday = ({ names, ...items }: TodayItems): readonly PupilId[] => [
  ...new Set([
    ...names.keys(),
    ...[...items.toBeTold, ...items.toDecide, ...items.news, ...reviewsOf(items)].map((one) => one.pupilId),
    ...(['ours', 'theirs'] as const).flatMap((whose) =>
      someDeadlines(items, whose).shown.map((one) => one.pupilId),
    ),
  ]),
];

const MOST_REVIEWS = 6;

export type ReviewLine = RegisterLine & { readonly reviewOn: SchoolDate };
const hasReview = (line: RegisterLine): line is ReviewLine => line.reviewOn !== null;

/** Those whose review is late or due this week, the earliest first. */
export function allReviewsOf({ behind, today }: Pick<TodayItems, 'behind' | 'today'>): readonly ReviewLine[] {
  const until = addDays(today, REVIEW_DAYS);
  return behind
    .filter(hasReview)
    .filter((line) => line.reviewOn <= until)
    .toSorted((one, other) => (one.reviewOn < other.reviewOn ? -1 : 1));
}

/** The first few of them. */
export const reviewsOf = (of: Pick<TodayItems, 'behind' | 'today'>): readonly ReviewLine[] =>
  allReviewsOf(of).slice(0, MOST_REVIEWS);
