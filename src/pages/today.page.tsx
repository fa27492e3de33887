import { z } from 'zod';
import { dayWords } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { ButtonRow, LinkButton } from '#src/ui/buttons.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { MyClassesCard } from './today/my-classes.view.tsx';
import { NewsCard } from './today/today-concerns.view.tsx';
import { OursCard, TheirsCard } from './today/today-deadlines.view.tsx';
import { loadToday, pupilsOfToday } from './today/today-items.ts';
import { DoneCard, LaterCard, TodayCard, WaitingCard, WeekCard } from './today/today-lists.view.tsx';
import { ReviewsCard } from './today/today-reviews.view.tsx';

/** The home of everybody who has something to do: today, this week, and what others owe. */
export default page({
  path: '/today',
  params: z.object({}),
  may: 'task.own',
  about: pupilsOfToday,
  section: 'Today',
  title: 'Today',
  load: ({ tx, actor }) => loadToday(tx, actor),
  view: ({ subject: items }) => (
    <>
      <PageHead
        title={dayWords(items.today)}
        lead={items.week ?? undefined}
        actions={
          <ButtonRow>
            <LinkButton href="/log" kind="second">
              Log a contact or worry <kbd>N</kbd>
            </LinkButton>
            <LinkButton href="/tasks/new" kind="second">
              Add a task
            </LinkButton>
          </ButtonRow>
        }
      />
      <Columns
        side={
          <>
            <MyClassesCard items={items} />
            <NewsCard items={items} />
            <DoneCard items={items} />
            <LaterCard items={items} />
          </>
        }
      >
        <TodayCard items={items} />
        <OursCard items={items} />
        <ReviewsCard items={items} />
        <WeekCard items={items} />
        <WaitingCard items={items} />
        <TheirsCard items={items} />
      </Columns>
    </>
  ),
});
