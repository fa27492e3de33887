import { longDate, type SchoolDate } from '#src/kernel/dates.ts';
import { findCalendarAround } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Review } from '../domain/review/review.ts';
import { listAuthorities } from '../queries/list-authorities.ts';
import { type CaseClock, runCaseClocks } from '../queries/run-case-clocks.ts';

/** The clocks of a review’s case as they stand today; none where no clock of the law runs. One statement. */
export async function clocksOfReview(tx: Tx, review: Review): Promise<readonly CaseClock[]> {
  const of = review.case;
  if (of === null) return [];
  const { today } = tx.scope;
  const [from, until] = [today, review.meetingOn].toSorted() as [SchoolDate, SchoolDate];
  const { calendar, authorities } = await tx.scope.together({
    calendar: (one) => findCalendarAround(one, { from, until }),
    authorities: (one) => listAuthorities(one, { withdrawn: true }),
  });
  const authority = authorities.find(({ authorityId }) => authorityId === of.authorityId) ?? null;
  return runCaseClocks(of, { today, calendar, authority }).clocks;
}

/** `Due by Wednesday 2 December 2026. …`: the last day of a clock with the sum that gave it; nothing where it does not run. */
export function dueWords(clocks: readonly CaseClock[], id: string): string | null {
  const clock = clocks.find((one) => one.clock.id === id)?.clock;
  return clock === undefined ? null : `Due by ${longDate(clock.dueOn)}. ${clock.why}`;
}
