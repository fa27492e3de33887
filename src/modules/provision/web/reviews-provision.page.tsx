import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { ChipNav } from '#src/ui/chip-nav.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { ReviewTabs } from '#src/ui/review-tabs.tsx';
import { reviewRun } from '../commands/review-run.ts';
import { dueSpans, dueSpanWords, isInSpan } from '../domain/impact/reviews-due.ts';
import { verdictWords } from '../domain/impact/verdict.ts';
import { reviewLineForm } from '../domain/impact.form.ts';
import { adviceOf, listRunsToReview } from '../queries/list-runs-to-review.ts';
import { staleRun } from './measured-run-of.ts';
import { Advice, DecideRow, DueWords, LastDecision, RowErrors, RunLinks } from './reviews-provision.view.tsx';

const columns = [
  { key: 'run', label: 'Provision', isRowHead: true },
  { key: 'due', label: 'Review' },
  { key: 'pupils', label: 'Pupils', isNumber: true },
  { key: 'advice', label: 'The figures say' },
  { key: 'last', label: 'Last time' },
  { key: 'decide', label: 'Decide', isWide: true },
] as const;

const emptyWords = {
  late: 'No review is late',
  week: 'No review is due this week',
  half: 'No review is due this half term',
  all: 'Nothing is to be reviewed',
} as const;

/** All provision that is to be reviewed: one key a run, and then the next. */
export default page({
  path: '/reviews/provision',
  params: z.object({}),
  search: z.object({ due: z.enum(dueSpans).catch('half').default('half') }),
  may: 'impact.read',
  section: 'Reviews',
  title: 'Provision to review',
  wide: true,
  form: reviewLineForm,
  about: { none: 'runs and figures of groups, no pupil is named' },
  load: async ({ tx }) => ({ ...(await listRunsToReview(tx)), today: tx.scope.today }),
  view: ({ subject, search, actor, attempt }) => {
    const { runs, today } = subject;
    const shown = runs.filter(({ due }) => isInSpan(due, search.due, subject));
    const mayDecide = may(actor, 'provision.manage');
    const next = shown.find(({ due }) => !due.isToEnd);
    return (
      <>
        <PageHead
          title="Provision to review"
          lead={
            mayDecide
              ? 'The earliest first. What the figures advise has the focus: Enter agrees, Tab goes to the others.'
              : 'The earliest first'
          }
        />
        <ReviewTabs actor={actor} current="/reviews/provision" />
        <ChipNav
          label="Due"
          links={dueSpans.map((span) => ({
            label: `${dueSpanWords[span]} · ${runs.filter(({ due }) => isInSpan(due, span, subject)).length}`,
            href: `/reviews/provision?due=${span}`,
            isCurrent: span === search.due,
          }))}
        />
        <RowErrors attempt={attempt} />
        {shown.length === 0 ? (
          <EmptyState title={emptyWords[search.due]}>
            <p>A run stands here on the day set for its review, when it has ended, and at each half term.</p>
          </EmptyState>
        ) : (
          <Sheet label="Provision to review">
            <DataTable
              caption="Provision to review, the earliest first"
              isStacked
              columns={mayDecide ? columns : columns.slice(0, -1)}
              rows={shown.map((of) => ({
                run: <RunLinks of={of} />,
                due: <DueWords on={of.due.on} today={today} />,
                pupils: of.measured.pupils.length,
                advice: <Advice of={of} />,
                last: <LastDecision of={of} />,
                decide: <DecideRow of={of} attempt={attempt} isNext={of === next} />,
              }))}
            />
          </Sheet>
        )}
      </>
    );
  },
  submit: async ({ tx, actor, subject: { runs, next }, values, search }) => {
    if (!may(actor, 'provision.manage')) return refuse('Only those who run provision decide');
    const found = runs.find(({ measured }) => measured.run.runId === values.runId);
    if (found === undefined || values.version !== found.measured.run.version) return refuse(staleRun);
    const { decision, words = null } = values;
    if (words === null && (decision === 'change' || decision === 'stop'))
      return refuse({ words: decision === 'change' ? 'Enter what changes' : 'Enter why it stops' });
    const done = await reviewRun(tx, {
      run: found.measured.run,
      decision,
      words,
      advised: adviceOf(found),
      nextReviewOn: decision === 'stop' ? null : next,
    });
    if (!done.ok) return refuse(staleRun);
    return goTo(`/reviews/provision?due=${search.due}`, `Reviewed: ${verdictWords[decision].toLowerCase()}`);
  },
});
