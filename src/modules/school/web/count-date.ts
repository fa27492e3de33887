import type { SchoolDate } from '#src/kernel/dates.ts';
import type { Result } from '#src/kernel/result.ts';
import {
  addMonths,
  addWorkingDays,
  addYears,
  type LastDay,
  lastDayBefore,
  lastDayBeginningWith,
  lastDayOfMonthsStarting,
  lastDayOfWeeksBeginning,
  lastDayWithinWeeks,
  latestNotice,
  rollForward,
} from '#src/modules/statutory/index.ts';
import type { Counted, Counting } from '../domain/counted-date.ts';
import { addSchoolDays, type SchoolCalendar } from '../domain/school-calendar.ts';

type Asked = { readonly by: Counting; readonly count: number; readonly from: SchoolDate };

const plainly = (on: SchoolDate): LastDay => ({ lastOn: on, safeOn: on, disputed: null });
const ifKnown = (answer: Result<SchoolDate, 'calendar_unknown'>): LastDay | null =>
  answer.ok ? plainly(answer.value) : null;

const ways: Record<Counting, (asked: Asked, calendar: SchoolCalendar) => LastDay | null> = {
  weeks: ({ from, count }) => lastDayWithinWeeks(from, count),
  beginning: ({ from, count }) => lastDayBeginningWith(from, count),
  weeks_beginning: ({ from, count }) => lastDayOfWeeksBeginning(from, count),
  months: ({ from, count }) => plainly(addMonths(from, count)),
  years: ({ from, count }) => plainly(addYears(from, count)),
  starting: ({ from, count }) => lastDayOfMonthsStarting(from, count),
  notice: ({ from, count }) => latestNotice(from, count),
  before: ({ from }) => lastDayBefore(from),
  working: ({ from, count }) => ifKnown(addWorkingDays(from, count)),
  school: ({ from, count }, calendar) => ifKnown(addSchoolDays(calendar, from, count)),
};

/** Works a date out by the wording that was asked for, in the calendar of this school. */
export function countDate(asked: Asked, calendar: SchoolCalendar): Counted {
  const found = ways[asked.by](asked, calendar);
  if (found === null) return 'calendar_unknown';
  const moved = rollForward(found.lastOn);
  const isAppeal = asked.by === 'months' && moved.ok && moved.value !== found.lastOn;
  return { ...found, appealOn: isAppeal ? moved.value : null };
}
