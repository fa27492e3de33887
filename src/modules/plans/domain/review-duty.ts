import { daysBetween, fromPlain, plain, type SchoolDate } from '#src/kernel/dates.ts';
import type { Behind, SenStatus } from '#src/modules/register/index.ts';

/** What the school holds of a pupil's plan and of the meetings about it. */
export type ReviewFacts = {
  readonly status: SenStatus;
  /** The first day of SEN support or an EHC plan without a break until today; null without either. */
  readonly senSinceOn: SchoolDate | null;
  /** Meetings with the parents in the last twelve months. */
  readonly meetings: number;
  /** The plan at work. */
  readonly plan: {
    readonly begunOn: SchoolDate;
    readonly reviewOn: SchoolDate | null;
    readonly sharedOn: SchoolDate | null;
  } | null;
};

export const meetingsAYear = 3;
const monthsForOne = 12 / meetingsAYear;

/** The first day of the last twelve months: 24 November 2026 → 25 November 2025. */
export const yearBefore = (today: SchoolDate): SchoolDate =>
  fromPlain(plain(today).subtract({ years: 1 }).add({ days: 1 }));

/**
 * How many meetings with the parents are owed by now, of the last twelve months: one for each four whole months of SEN
 * support, three at most. Code of Practice 6.65. Since 1 April → 1 on 1 August, 2 on 1 December. (rule review-1)
 */
export function meetingsOwed(senSinceOn: SchoolDate, today: SchoolDate): number {
  if (senSinceOn > today) return 0;
  const { months } = plain(senSinceOn).until(plain(today), { largestUnit: 'months' });
  return Math.min(meetingsAYear, Math.floor(months / monthsForOne));
}

/** The day of a review has passed and the plan is still at work. Code of Practice 6.53. (rule review-2) */
export const isReviewLate = (reviewOn: SchoolDate | null, today: SchoolDate): boolean =>
  reviewOn !== null && reviewOn < today;

/** A draft may be written for so long before it is shared with the parents. */
const mostDaysUnshared = 28;

/** A plan that was begun four weeks ago and never shared. Code of Practice 6.48 and 6.51. (rule review-3) */
export const isUnshared = (
  { begunOn, sharedOn }: { readonly begunOn: SchoolDate; readonly sharedOn: SchoolDate | null },
  today: SchoolDate,
): boolean => sharedOn === null && daysBetween(begunOn, today) > mostDaysUnshared;

const hasSen = (status: SenStatus): boolean => status === 'sen_support' || status === 'ehc_plan';

/**
 * What the school is behind with for a pupil. Meetings and a plan are owed to a pupil on SEN support or with an EHC plan;
 * a plan that is at work is to be shared and reviewed, whoever has it. (rule review-4)
 */
export function behindWith(facts: ReviewFacts, today: SchoolDate): readonly Behind[] {
  const { status, senSinceOn, meetings, plan } = facts;
  const isOwed = hasSen(status);
  const found: readonly (readonly [Behind, boolean])[] = [
    ['review', plan !== null && isReviewLate(plan.reviewOn, today)],
    ['meetings', isOwed && senSinceOn !== null && meetings < meetingsOwed(senSinceOn, today)],
    ['no_plan', isOwed && plan === null],
    ['unshared', plan !== null && isUnshared(plan, today)],
  ];
  return found.filter(([, isSo]) => isSo).map(([kind]) => kind);
}
