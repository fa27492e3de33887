import { z } from 'zod';
import { attemptOf, findDraft, type PlanDraft, throwAwayDraft } from '#src/modules/plans/index.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { ChipNav } from '#src/ui/chip-nav.tsx';
import { DraftForm, DraftOffer } from '#src/ui/draft-form.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { recommend, writeReport } from '../commands/write-report.ts';
import { partsAsked, reportStepWords, stepsAsked } from '../domain/review/report-parts.ts';
import { recommendForm } from '../domain/review/review.form.ts';
import { findEhcPlan } from '../queries/find-ehc-plan.ts';
import { listReportOffers, offerOfSectionF, type ReportOffers } from '../queries/list-report-offers.ts';
import { listReportWords, type ReportPage } from '../queries/list-report-words.ts';
import { draftHref, draftPartOf, OfStep, partForm, stepHref, wordsTyped } from './report-part.ts';
import { PartField } from './report-step.view.tsx';
import {
  leadOf,
  loadOpenReview,
  ofPupil,
  type ReviewOfPupil,
  reportFactsOf,
  reviewHref,
  staleWords,
} from './review-of.ts';

type Subject = ReviewOfPupil & {
  readonly page: ReportPage;
  readonly draft: PlanDraft | null;
  readonly offers: ReportOffers;
};

const { fields } = recommendForm;

/** One page of the report, with what the record and those invited say beside each part, to be taken over. */
export default page({
  path: '/annual-reviews/:reviewId/report/:step',
  params: OfStep,
  search: z.object({ draft: z.literal('use').optional().catch(undefined) }),
  may: 'plan.issue',
  section: 'Reviews',
  title: 'Report of the review',
  form: partForm,
  about: ofPupil,
  load: async ({ tx, params: { reviewId, step } }): Promise<Subject | null> => {
    const held = await loadOpenReview(tx, reviewId);
    if (held === null || held.review.events.reportSent !== undefined) return null;
    const { pupilId } = held.pupil;
    const { pages, draft, offers, plan } = await tx.scope.together({
      pages: (one: Tx) => listReportWords(one, reviewId),
      draft: (one: Tx) => findDraft(one, pupilId, draftPartOf(reviewId, step)),
      offers: (one: Tx) => listReportOffers(one, held.review),
      plan: (one: Tx) => (step === 'provision' ? findEhcPlan(one, pupilId) : Promise.resolve(null)),
    });
    const own = pages.find((one) => one.step === step);
    if (own === undefined || !stepsAsked(reportFactsOf(held)).includes(step)) return null;
    const given = await offerOfSectionF(tx, plan);
    return { ...held, page: own, draft, offers: { ...offers, ...given } };
  },
  view: ({ subject, attempt, search }) => {
    const { review, page: own, draft, offers } = subject;
    const facts = reportFactsOf(subject);
    const steps = stepsAsked(facts);
    const isUsed = search.draft === 'use' && Object.keys(attempt.values).length === 0;
    const shown = isUsed ? attemptOf(partForm, draft) : attempt;
    const isStale = 'version' in shown.values && Number(shown.values.version) !== own.version;
    return (
      <>
        <PageHead title={reportStepWords[own.step]} lead={leadOf(subject)} />
        <ChipNav
          label="Pages of the report"
          links={steps.map((step) => ({
            label: reportStepWords[step],
            href: stepHref(review.reviewId, step),
            isCurrent: step === own.step,
          }))}
        />
        {draft !== null && shown === attempt && Object.keys(attempt.values).length === 0 && (
          <DraftOffer
            draftHref={draftHref(review.reviewId, own.step)}
            formHref={stepHref(review.reviewId, own.step)}
            keptAt={timeWords(draft.savedAt)}
            isOld={draft.baseVersion !== own.version}
          />
        )}
        <DraftForm
          attempt={shown}
          draftHref={draftHref(review.reviewId, own.step)}
          next="Save and next"
          cancel={reviewHref(review.reviewId)}
        >
          <HiddenField name="version" value={String(own.version)} />
          <HiddenField name="reviewVersion" value={String(review.version)} />
          {own.step === 'recommendation' && (
            <Card>
              <FormField of={fields.recommendation} attempt={shown} value={review.recommendation} />
              <FormField of={fields.sections} attempt={shown} value={review.sectionsToChange} />
            </Card>
          )}
          {partsAsked(facts)
            .filter(({ step }) => step === own.step)
            .map((part) => (
              <PartField
                key={part.name}
                part={part}
                attempt={shown}
                held={own.words[part.name]}
                isStale={isStale}
                offers={offers[part.name] ?? []}
              />
            ))}
        </DraftForm>
      </>
    );
  },
  submit: async ({ tx, subject, values }) => {
    const { pupil, review, page: own } = subject;
    const { version, reviewVersion, recommendation = null, sections, goOn } = values;
    if (version !== own.version) return refuse(staleWords);
    const saved = await writeReport(tx, review, { page: own, words: wordsTyped(own.step, values) });
    if (!saved.ok) return refuse(saved.words);
    const isLast = own.step === 'recommendation';
    if (isLast && reviewVersion !== review.version) return refuse(staleWords);
    const set = { recommendation, sectionsToChange: recommendation === 'amend' ? sections : [] };
    const recommended = isLast ? await recommend(tx, review, set) : null;
    if (recommended !== null && !recommended.ok) return refuse(recommended.words);
    await throwAwayDraft(tx, { pupilId: pupil.pupilId, part: draftPartOf(review.reviewId, own.step) });
    const steps = stepsAsked(reportFactsOf(subject));
    const next = goOn === 'next' ? steps[steps.indexOf(own.step) + 1] : undefined;
    const isSaved = saved.value || recommended?.value === true;
    const href = next === undefined ? reviewHref(review.reviewId) : stepHref(review.reviewId, next);
    return goTo(href, isSaved ? 'Saved' : 'Nothing was different');
  },
});
