import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { daysBetween, middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { ChipNav } from '#src/ui/chip-nav.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { ReviewTabs } from '#src/ui/review-tabs.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { type DueSpan, dueIn, dueSpanLabel, dueSpans } from '../domain/review-due.ts';
import { getHalfTermEnd, listPlansDue, type PlanDue } from '../queries/list-plans-due.ts';
import { planHref } from './plan-of-pupil.ts';
import { reviewHref } from './review-of-plan.ts';

/** Every plan that stands before its review, a line a pupil; opening one goes on to the next. */
export default page({
  path: '/reviews/plans',
  params: z.object({}),
  search: z.object({ due: z.enum(dueSpans).catch('half') }),
  may: 'plan.read',
  section: 'Reviews',
  title: 'Plans to review',
  load: async ({ tx, search }) => {
    const of = { today: tx.scope.today, halfTermEnds: await getHalfTermEnd(tx) };
    const all = await listPlansDue(tx);
    const counts = dueSpans.map((span) => ({ span, count: dueIn(all, span, of).length }));
    return { shown: dueIn(all, search.due, of), counts, ...of };
  },
  about: ({ shown }) => shown.map((one) => one.pupilId),
  view: ({ subject: { shown, counts, today }, actor, search }) => (
    <>
      <PageHead title="Plans to review" lead="The earliest review first. Saving one goes on to the next." />
      <ReviewTabs actor={actor} current="/reviews/plans" />
      <ChipNav
        label="Due"
        links={counts.map(({ span, count }) => ({
          label: `${dueSpanLabel[span]} · ${count}`,
          href: `/reviews/plans?due=${span}`,
          isCurrent: span === search.due,
        }))}
      />
      {shown.length === 0 ? (
        <EmptyState title={emptyWords[search.due]}>
          A plan stands here from the day on which it is issued until it is reviewed.
        </EmptyState>
      ) : (
        <Sheet label="Plans to review">
          <DataTable
            caption="Plans to review, the earliest first"
            columns={[
              { key: 'pupil', label: 'Pupil', isRowHead: true },
              { key: 'review', label: 'Review' },
              { key: 'class', label: 'Class' },
              { key: 'marked', label: 'Targets marked' },
              { key: 'cycle', label: 'Cycle', isNumber: true },
              { key: 'keyWorker', label: 'Key worker', isQuiet: true },
            ]}
            rows={shown.map((one) => ({
              pupil: (
                <a
                  href={
                    may(actor, 'plan.write') ? reviewHref(one.pupilId, search.due) : planHref(one.pupilId)
                  }
                >
                  {`${one.surname}, ${one.forename}`}
                </a>
              ),
              review: <When on={one.reviewOn} today={today} />,
              class: one.className ?? '–',
              marked: markedWords(one),
              cycle: one.cycle,
              keyWorker: one.keyWorker ?? '–',
            }))}
          />
        </Sheet>
      )}
    </>
  ),
});

const emptyWords: Readonly<Record<DueSpan, string>> = {
  late: 'No review is late',
  week: 'No review is due this week',
  half: 'No review is due this half term',
  all: 'No plan is issued',
};

const markedWords = ({ targets, marked }: PlanDue): string =>
  targets === 0 ? 'no targets' : `${marked} of ${targets}`;

function When({ on, today }: { on: SchoolDate; today: SchoolDate }) {
  const days = daysBetween(on, today);
  return (
    <>
      {middleDate(on)} {days > 0 && <Tag kind="late">{`${days} ${days === 1 ? 'day' : 'days'} late`}</Tag>}
      {days <= 0 && days > -7 && <Tag kind="warn">{days === 0 ? 'Today' : 'This week'}</Tag>}
    </>
  );
}
