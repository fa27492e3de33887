import { type Code, findCode } from '../../../kernel/codes/codes.ts';
import { leavingReason } from '../../../kernel/codes/leaving-reason.codes.ts';
import { addDays, type SchoolDate } from '../../../kernel/dates.ts';

/** What the list of codes says of those whose meaning nobody knows: nothing to choose by. */
const UNTOLD = 'Not known';

/** The reasons that a person can choose from: those whose meaning is known. */
export const leavingReasons: readonly Code[] = leavingReason.codes.filter(({ label }) => label !== UNTOLD);

/** A reason in words. A file may have told it as text of its own: that is shown as it came. */
export const leavingWords = (reason: string): string => findCode(leavingReason, reason)?.label ?? reason;

export type LeavingRefusal = 'before_start' | 'far_off';

/** No school plans a leaving further off than this: a day beyond it is a slip of the pen. */
const FARTHEST_DAYS = 730;

/** Why this cannot be the last day of an enrolment that began on that day; null when it can. */
export function lastDayRefusal(
  endedOn: SchoolDate,
  { fromOn, today }: { fromOn: SchoolDate; today: SchoolDate },
): LeavingRefusal | null {
  if (endedOn < fromOn) return 'before_start';
  return endedOn > addDays(today, FARTHEST_DAYS) ? 'far_off' : null;
}
