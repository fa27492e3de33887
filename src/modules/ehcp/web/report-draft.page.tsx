import { draftForm, findDraft, keepDraft, type PlanDraft, readTyped } from '#src/modules/plans/index.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { KeptDraft } from '#src/ui/draft-form.tsx';
import { draftHref, draftPartOf, fieldOf, OfStep, stepHref } from './report-part.ts';
import { leadOf, loadOpenReview, ofPupil, type ReviewOfPupil } from './review-of.ts';

type Subject = ReviewOfPupil & { readonly draft: PlanDraft | null };

/** What the writer left unsaved of a page of a report. Posted to while they type: kept for them alone. */
export default page({
  path: '/annual-reviews/:reviewId/report/:step/draft',
  params: OfStep,
  may: 'plan.issue',
  section: 'Reviews',
  title: 'Your draft',
  form: draftForm,
  about: ofPupil,
  load: async ({ tx, params: { reviewId, step } }): Promise<Subject | null> => {
    const held = await loadOpenReview(tx, reviewId);
    if (held === null) return null;
    return { ...held, draft: await findDraft(tx, held.pupil.pupilId, draftPartOf(reviewId, step)) };
  },
  view: ({ subject, params: { reviewId, step } }) => {
    const { draft } = subject;
    const parts = Object.entries(draft?.typed ?? {}).filter(
      ([name, words]) => words !== '' && fieldOf(name) !== null,
    );
    return (
      <KeptDraft
        formHref={stepHref(reviewId, step)}
        lead={leadOf(subject)}
        keptAt={draft === null ? null : timeWords(draft.savedAt)}
      >
        {parts.map(([name, words]) => (
          <p key={name}>
            <b>{`${fieldOf(name)?.label}:`}</b> <span class="words">{words}</span>
          </p>
        ))}
      </KeptDraft>
    );
  },
  submit: async ({ tx, subject: { pupil }, params: { reviewId, step }, values }) => {
    const typed = readTyped(values.typed);
    if (typed === null) return refuse('This is no draft of a report');
    const part = draftPartOf(reviewId, step);
    await keepDraft(tx, { pupilId: pupil.pupilId, part, typed, baseVersion: values.base });
    return goTo(draftHref(reviewId, step));
  },
});
