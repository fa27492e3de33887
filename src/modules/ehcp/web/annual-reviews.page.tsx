import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { checkedDay, type SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { ReviewTabs } from '#src/ui/review-tabs.tsx';
import { type Review, reviewKindWords } from '../domain/review/review.ts';
import { reviewState, reviewStateWords } from '../domain/review/review-steps.ts';
import { listReviews } from '../queries/find-review.ts';
import { listReviewsToStart } from '../queries/list-reviews-to-start.ts';
import { reviewHref } from './review-of.ts';

/** Every review under way with its next meeting, and every pupil with a plan whose review is to be started. */
export default page({
  path: '/annual-reviews',
  params: z.object({}),
  may: 'plan.read',
  section: 'Reviews',
  title: 'Annual reviews',
  load: async ({ tx }) => {
    const { reviews, waiting } = await tx.scope.together({
      reviews: listReviews,
      waiting: listReviewsToStart,
    });
    const { today } = tx.scope;
    const open = reviews
      .map((review) => ({ review, state: reviewState(review, today) }))
      .toSorted((a, b) => (a.review.meetingOn < b.review.meetingOn ? -1 : 1));
    const busy = new Set(
      open
        .filter(({ review, state }) => review.case !== null && state !== 'done')
        .map(({ review }) => review.pupilId),
    );
    return {
      open,
      toStart: waiting.lines.filter(({ pupilId }) => !busy.has(pupilId)),
      names: waiting.names,
      today,
    };
  },
  about: ({ open, toStart }) => [
    ...open.map(({ review }) => review.pupilId),
    ...toStart.map(({ pupilId }) => PupilId.parse(pupilId)),
  ],
  view: ({ subject: { open, toStart, names, today }, actor }) => (
    <>
      <PageHead
        title="Annual reviews"
        lead="A review ends with the decision of the authority, not with the meeting."
      />
      <ReviewTabs actor={actor} current="/annual-reviews" />
      {open.length === 0 ? (
        <EmptyState title="No review is under way">Start one below, or from a pupil’s page.</EmptyState>
      ) : (
        <Sheet label="Reviews under way">
          <DataTable
            caption="Reviews, the earliest meeting first"
            columns={[
              { key: 'pupil', label: 'Pupil', isRowHead: true },
              { key: 'kind', label: 'Kind' },
              { key: 'meeting', label: 'Meeting' },
              { key: 'state', label: 'Stands at' },
              { key: 'answers', label: 'Answered', isNumber: true },
              { key: 'advice', label: 'Advice', isNumber: true },
            ]}
            rows={open.map(({ review, state }) => ({
              pupil: <a href={reviewHref(review.reviewId)}>{names.get(review.pupilId) ?? 'A pupil'}</a>,
              kind: reviewKindWords[review.kind],
              meeting: checkedDay(review.meetingOn),
              state: reviewStateWords[state],
              answers: answeredWords(review),
              advice: adviceWords(review),
            }))}
          />
        </Sheet>
      )}
      {may(actor, 'plan.issue') && (
        <Card title="To start">
          {toStart.length === 0 ? (
            <p>Every pupil with an EHC plan has a review under way.</p>
          ) : (
            <DataTable
              caption="Pupils with a plan and no review under way, the earliest latest day first"
              isStacked
              columns={[
                { key: 'pupil', label: 'Pupil', isRowHead: true },
                { key: 'year', label: 'Year' },
                { key: 'latest', label: 'Meeting at the latest' },
                { key: 'why', label: 'Why', isQuiet: true },
                { key: 'start', label: '' },
              ]}
              rows={toStart.map((one) => ({
                pupil: <a href={`/pupils/${one.pupilId}`}>{one.name}</a>,
                year: one.yearGroup ?? '–',
                latest: one.latestOn === null ? 'Not known' : latestWords(one.latestOn, today),
                why: one.why,
                start: (
                  <a
                    href={`/pupils/${one.pupilId}/annual-reviews/new`}
                    aria-label={`Start the review of ${one.name}`}
                  >
                    Start
                  </a>
                ),
              }))}
            />
          )}
        </Card>
      )}
    </>
  ),
});

const latestWords = (on: SchoolDate, today: SchoolDate): string =>
  on < today ? `${checkedDay(on)} (past)` : checkedDay(on);

const answeredWords = ({ people }: Review): string =>
  `${people.filter(({ answer }) => answer !== null).length} of ${people.length}`;

const adviceWords = ({ people }: Review): string => {
  const asked = people.flatMap(({ advice }) => (advice === null ? [] : [advice]));
  return `${asked.filter(({ receivedOn }) => receivedOn !== null).length} of ${asked.length}`;
};
