import type { SchoolDate } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { recordCaseEvent } from '../commands/record-case-event.ts';
import type { Case } from '../domain/case.ts';
import { isAlwaysAllowed, nextSteps } from '../domain/case-rules.ts';
import { authorityStepForm } from '../domain/review/review.form.ts';
import type { Step } from '../domain/step.ts';
import {
  leadOf,
  loadOpenReview,
  OfReview,
  ofPupil,
  type ReviewOfPupil,
  reviewHref,
  staleWords,
} from './review-of.ts';

type Subject = ReviewOfPupil & {
  readonly of: Case;
  readonly steps: readonly Step[];
  readonly today: SchoolDate;
};
const { fields } = authorityStepForm;

/** What belongs to the meeting is recorded on the page of the review itself. */
const before = [
  'planMade',
  'lastDecisionSent',
  'termStarts',
  'adviceAsked',
  'invited',
  'meeting',
  'adviceCirculated',
  'reportSent',
];
const stepsAfter = (of: Case) =>
  nextSteps(of).filter(({ name }) => !before.includes(name) && !isAlwaysAllowed(name));

/** What the authority did after the report: its decision, the notice, the draft, the final plan. */
export default page({
  path: '/annual-reviews/:reviewId/authority',
  params: OfReview,
  may: 'plan.issue',
  section: 'Reviews',
  title: 'What the authority did',
  form: authorityStepForm,
  about: ofPupil,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadOpenReview(tx, params.reviewId);
    const of = held?.review.case ?? null;
    return held === null || of === null
      ? null
      : { ...held, of, steps: stepsAfter(of), today: tx.scope.today };
  },
  view: ({ subject, attempt }) => {
    const { review, of, steps, today } = subject;
    return (
      <div class="narrow">
        <PageHead title="What the authority did" lead={leadOf(subject)} />
        {steps.length === 0 ? (
          <EmptyState title="Nothing more can follow">The review is complete.</EmptyState>
        ) : (
          <PostForm attempt={attempt} submit="Record it" cancel={{ href: reviewHref(review.reviewId) }}>
            <HiddenField name="version" value={String(of.version)} />
            <Card>
              <FormField
                of={fields.step}
                attempt={attempt}
                options={steps.map(({ name, words }) => ({ value: name, label: words }))}
              />
              <FormField of={fields.happenedOn} attempt={attempt} value={today} />
              <FormField of={fields.note} attempt={attempt} />
            </Card>
          </PostForm>
        )}
      </div>
    );
  },
  submit: async ({ tx, subject: { review, of, steps }, values }) => {
    const { step: name, happenedOn, note = null, version } = values;
    if (version !== of.version) return refuse(staleWords);
    if (!steps.some((step) => step.name === name)) return refuse({ step: 'Select what has happened' });
    const done = await recordCaseEvent(tx, { caseId: of.caseId, version, name, happenedOn, note });
    return done.ok ? goTo(reviewHref(review.reviewId), 'Recorded') : refuse({ happenedOn: done.words });
  },
});
