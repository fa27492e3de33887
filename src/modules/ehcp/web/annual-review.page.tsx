import { may } from '#src/kernel/access.ts';
import { checkedDay, type SchoolDate } from '#src/kernel/dates.ts';
import { findCalendarAround } from '#src/modules/school/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { ButtonRow, LinkButton, SubmitButton } from '#src/ui/buttons.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { missingInReport } from '../domain/review/report-parts.ts';
import { reviewKindWords } from '../domain/review/review.ts';
import { reviewState, reviewStateWords } from '../domain/review/review-steps.ts';
import { listAuthorities } from '../queries/list-authorities.ts';
import { listDeliveries } from '../queries/list-deliveries.ts';
import { listReportWords, wordsOfAll } from '../queries/list-report-words.ts';
import { adviceDays } from '../queries/propose-review.ts';
import { runCaseClocks } from '../queries/run-case-clocks.ts';
import { loadReview, nameOf, OfReview, ofPupil, reportFactsOf, reviewHref } from './review-of.ts';
import { PeopleCard } from './review-people.view.tsx';
import type { ReviewShown } from './review-shown.ts';
import { ClocksCard, MissingCard, NextCard } from './review-side.view.tsx';
import { SentPapers } from './sent-papers.view.tsx';

/** A review: the meeting, who has answered, what they wrote, what is missing, both clocks, and the next step. */
export default page({
  path: '/annual-reviews/:reviewId',
  params: OfReview,
  may: 'plan.read',
  section: 'Reviews',
  title: ({ review }: ReviewShown) => reviewKindWords[review.kind],
  about: ofPupil,
  load: async ({ tx, params }): Promise<ReviewShown | null> => {
    const held = await loadReview(tx, params.reviewId);
    if (held === null) return null;
    const { review } = held;
    const { today } = tx.scope;
    const [from, until] = [today, review.meetingOn].toSorted() as [SchoolDate, SchoolDate];
    const { calendar, authorities, pages, deliveries } = await tx.scope.together({
      calendar: (one) => findCalendarAround(one, { from, until }),
      authorities: (one) => listAuthorities(one, { withdrawn: true }),
      pages: (one) => listReportWords(one, review.reviewId),
      deliveries: (one) => listDeliveries(one, review.reviewId),
    });
    const authority = authorities.find(({ authorityId }) => authorityId === review.case?.authorityId) ?? null;
    return {
      ...held,
      deliveries,
      today,
      state: reviewState(review, today),
      clocks: review.case === null ? [] : runCaseClocks(review.case, { today, calendar, authority }).clocks,
      missing: missingInReport(wordsOfAll(pages), reportFactsOf(held)),
      days: adviceDays({ calendar, authority }, review.meetingOn),
    };
  },
  view: ({ subject, actor }) => {
    const { pupil, review, state } = subject;
    const mayRun = may(actor, 'plan.issue') && review.withdrawnWhy === null;
    const href = reviewHref(review.reviewId);
    const place = [review.meetingAt, review.venue, review.chair === null ? null : `led by ${review.chair}`];
    return (
      <>
        <PageHead
          title={reviewKindWords[review.kind]}
          lead={
            <>
              <a href={`/pupils/${pupil.pupilId}`}>{nameOf(pupil)}</a>
              {` · ${[checkedDay(review.meetingOn), ...place.filter((part) => part !== null)].join(', ')} · ${reviewStateWords[state]}`}
            </>
          }
          actions={
            mayRun && (
              <ButtonRow>
                <LinkButton href={`${href}/report/views`} kind="second">
                  Write the report
                </LinkButton>
                <LinkButton href={`${href}/agenda`} kind="second">
                  Agenda
                </LinkButton>
                <LinkButton href={`${href}/change`} kind="second">
                  Move it
                </LinkButton>
              </ButtonRow>
            )
          }
        />
        {review.withdrawnWhy !== null && (
          <Inset>
            <b>This review was withdrawn.</b> {review.withdrawnWhy}
          </Inset>
        )}
        <Columns
          side={
            <>
              <NextCard shown={subject} mayRun={mayRun} />
              <ClocksCard shown={subject} />
              <MissingCard shown={subject} mayRun={mayRun} />
            </>
          }
        >
          <PeopleCard shown={subject} mayRun={mayRun} />
          <SentPapers deliveries={subject.deliveries} />
          {mayRun && (
            <ButtonRow>
              <LinkButton href={`${href}/people/new`} kind="second">
                Add somebody
              </LinkButton>
              {review.people.some(({ invitedOn }) => invitedOn === null) && (
                <form method="post" action={`${href}/invite`}>
                  <SubmitButton>Send the invitations</SubmitButton>
                </form>
              )}
              <a href={`${href}/withdraw`}>Withdraw the review</a>
            </ButtonRow>
          )}
        </Columns>
      </>
    );
  },
});
