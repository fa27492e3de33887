import { z } from 'zod';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { dayInAddress } from '#src/kernel/day-in-address.ts';
import { addMonths } from '#src/modules/statutory/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { type Counting, countings } from '../domain/counted-date.ts';
import type { SchoolCalendar } from '../domain/school-calendar.ts';
import { getCalendar } from '../queries/get-calendar.ts';
import { CountCard, MonthCard, WordsCard } from './calendar.view.tsx';
import { countDate } from './count-date.ts';

const isCounting = (given: unknown): given is Counting => countings.some(({ value }) => value === given);

const countIn = (given: unknown): number | null => {
  const text = String(given ?? '').trim();
  return /^\d{1,3}$/.test(text) && Number(text) <= 400 ? Number(text) : null;
};

const Search = z.record(z.string(), z.unknown()).transform((given) => ({
  month: typeof given.month === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(given.month) ? given.month : null,
  by: isCounting(given.by) ? given.by : null,
  count: countIn(given.count),
  from: dayInAddress(given, 'from'),
  wasAsked: given.by !== undefined,
}));
export type CalendarSearch = z.output<typeof Search>;

/** The month of the address, else of today; its first day. */
const firstOf = ({ month }: CalendarSearch, today: SchoolDate): SchoolDate =>
  schoolDate(`${month ?? today.slice(0, 7)}-01`);

const monthAddress = (first: SchoolDate, months: number) =>
  `/school/calendar?month=${addMonths(first, months).slice(0, 7)}`;

type Subject = { readonly calendar: SchoolCalendar; readonly first: SchoolDate; readonly today: SchoolDate };

const asked = ({ by, count, from }: CalendarSearch, { calendar }: Subject) =>
  by === null || count === null || from === undefined ? null : countDate({ by, count, from }, calendar);

/** Each day of a month in words, and any date worked out by the wording of the law. */
export default page({
  path: '/school/calendar',
  params: z.object({}),
  search: Search,
  may: 'school.read',
  about: { none: 'It shows the school, no pupil' },
  section: 'School',
  title: 'Calendar',
  load: async ({ tx, search }): Promise<Subject> => ({
    calendar: await getCalendar(tx),
    first: firstOf(search, tx.scope.today),
    today: tx.scope.today,
  }),
  view: ({ subject, search }) => (
    <>
      <PageHead
        title="Calendar"
        lead={<a href="/school">School</a>}
        actions={
          <>
            <LinkButton href={monthAddress(subject.first, -1)} kind="second">
              Month before
            </LinkButton>
            <LinkButton href={monthAddress(subject.first, 1)} kind="second">
              Month after
            </LinkButton>
          </>
        }
      />
      <CountCard search={search} counted={asked(search, subject)} today={subject.today} />
      <MonthCard calendar={subject.calendar} first={subject.first} today={subject.today} />
      <WordsCard />
    </>
  ),
});
