import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorSummary } from '#src/ui/error-summary.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { summaryOf } from '#src/ui/post-form.tsx';
import { ReviewTabs } from '#src/ui/review-tabs.tsx';
import { markTarget } from '../commands/mark-target.ts';
import { dueIn, dueSpans } from '../domain/review-due.ts';
import { markTargetForm, markTyped } from '../domain/review-plan.form.ts';
import { listLastEvidence } from '../queries/list-evidence.ts';
import { getHalfTermEnd } from '../queries/list-plans-due.ts';
import { listTargetsDue, type TargetDue } from '../queries/list-targets-due.ts';
import { refusalWords } from './plan-of-pupil.ts';
import { RatingScale } from './review-fields.view.tsx';
import { rowIdOf, TargetChips, TargetRows, targetsHref } from './target-rows.view.tsx';

const mostRows = 60;

/** The class that is meant: the one that was asked for, else the first of those that have anything due. */
function ofClass(due: readonly TargetDue[], asked: string | undefined) {
  const classes = [...new Set(due.map((one) => one.className ?? ''))].toSorted();
  const chosen = asked !== undefined && classes.includes(asked) ? asked : (classes[0] ?? '');
  const all = due.filter((one) => (one.className ?? '') === chosen);
  return { classes, chosen, shown: all.slice(0, mostRows), more: Math.max(0, all.length - mostRows) };
}

/** The targets of one class that stand before a review, each marked by itself: saving goes on to the next row. */
export default page({
  path: '/reviews/targets',
  params: z.object({}),
  search: z.object({
    due: z.enum(dueSpans).catch('half'),
    class: z.string().max(100).optional().catch(undefined),
    at: z.uuid().optional().catch(undefined),
  }),
  may: 'plan.write',
  section: 'Reviews',
  title: 'Targets to review',
  form: markTargetForm,
  load: async ({ tx, search }) => {
    const of = { today: tx.scope.today, halfTermEnds: await getHalfTermEnd(tx) };
    const part = ofClass(dueIn(await listTargetsDue(tx), search.due, of), search.class);
    const last = await listLastEvidence(
      tx,
      part.shown.map((one) => one.targetId),
    );
    return { ...part, last };
  },
  about: ({ shown }) => [...new Set(shown.map((one) => one.pupilId))],
  view: ({ subject, attempt, actor, search }) => {
    const { shown, more, last, classes, chosen } = subject;
    const errors = summaryOf(attempt).map((one) =>
      one.href === undefined ? one : { ...one, href: `#${rowIdOf(attempt)}${one.href.slice(1)}` },
    );
    return (
      <>
        {errors.length > 0 && <ErrorSummary errors={errors} />}
        <PageHead
          title={chosen === '' ? 'Targets to review' : `Targets to review: ${chosen}`}
          lead="Each row is saved by itself. The review of the plan then begins with what stands here."
        />
        <ReviewTabs actor={actor} current="/reviews/targets" />
        <TargetChips due={search.due} classes={classes} chosen={chosen} />
        {shown.length === 0 ? (
          <EmptyState title="No target is due">
            Targets stand here from the day on which their plan is issued until it is reviewed.
          </EmptyState>
        ) : (
          <>
            <RatingScale />
            <TargetRows targets={shown} last={last} attempt={attempt} at={search.at ?? null} />
          </>
        )}
        {more > 0 && <p class="quiet">{`${more} more: review these first.`}</p>}
      </>
    );
  },
  submit: async ({ tx, subject: { shown, chosen }, values, search }) => {
    const at = shown.findIndex((one) => one.targetId === values.targetId);
    const target = shown[at];
    if (target === undefined) return refuse(refusalWords.not_now);
    if (Number(values.version ?? 0) !== (target.mark?.version ?? 0)) return refuse(refusalWords.stale);
    const done = await markTarget(tx, { target, set: markTyped(values) });
    if (!done.ok) return refuse(refusalWords[done.refusal]);
    const next = shown[at + 1]?.targetId;
    return goTo(targetsHref({ due: search.due, class: chosen, at: next }), 'Saved');
  },
});
