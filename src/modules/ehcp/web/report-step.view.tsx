import type { ComponentChildren } from 'preact';
import type { Attempt } from '#src/kernel/form.ts';
import type { PlanDraft } from '#src/modules/plans/index.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { ButtonRow, SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { Details } from '#src/ui/details.tsx';
import { ErrorSummary } from '#src/ui/error-summary.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { summaryOf } from '#src/ui/post-form.tsx';
import type { ReportPart, ReportStep } from '../domain/review/report-parts.ts';
import type { ReportOffer } from '../queries/list-report-offers.ts';
import { draftHref, fieldOf, stepHref } from './report-part.ts';
import { reviewHref } from './review-of.ts';

type OfStep = { readonly reviewId: string; readonly step: ReportStep };

/** The form of a page: two ways to save, and a line that says when a draft was kept of what is not saved yet. */
export function StepForm({
  reviewId,
  step,
  attempt,
  children,
}: OfStep & { readonly attempt: Attempt; readonly children: ComponentChildren }) {
  const errors = summaryOf(attempt);
  return (
    <>
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      <form class="post" method="post" novalidate data-draft={draftHref(reviewId, step)}>
        {children}
        <ButtonRow>
          <SubmitButton name="goOn" value="next">
            Save and next
          </SubmitButton>
          <SubmitButton kind="second">Save</SubmitButton>
          <a href={reviewHref(reviewId)}>Cancel</a>
        </ButtonRow>
        <p class="small quiet" data-draft-said>
          Nobody sees what you write before you save it.
        </p>
      </form>
    </>
  );
}

type OfPart = {
  readonly part: ReportPart;
  readonly attempt: Attempt;
  readonly held: string | undefined;
  readonly isStale: boolean;
  readonly offers: readonly ReportOffer[];
};

/** A part with its rule, what was saved since, and what is on record about it. Blank, it is offered the record's words. */
export function PartField({ part, attempt, held, isStale, offers }: OfPart) {
  const field = fieldOf(part.name);
  if (field === null) return null;
  const own = offers.map(({ from, words }) => `${from}: ${words}`).join('\n\n');
  return (
    <Card>
      {isStale && (
        <Inset>
          <b>On record now:</b> {held ?? 'nothing'}
        </Inset>
      )}
      <FormField
        of={{ ...field, isOptional: part.source === null }}
        attempt={attempt}
        value={held ?? (own === '' ? undefined : own)}
      />
      {held === undefined && own !== '' && (
        <p class="small quiet">Taken from the record, not saved yet. Change it as you like.</p>
      )}
      {held !== undefined && offers.length > 0 && (
        <Details summary={`On record about this: ${offers.length}`}>
          {offers.map(({ from, words }) => (
            <p key={from + words}>
              <b>{from}:</b> {words}
            </p>
          ))}
        </Details>
      )}
      {part.source !== null && <p class="small quiet">{`Asked for by: ${part.source}`}</p>}
    </Card>
  );
}

/** Words that the writer left unsaved: to be used or thrown away. */
export function DraftOffer({
  reviewId,
  step,
  draft,
  version,
}: OfStep & { readonly draft: PlanDraft; readonly version: number }) {
  return (
    <section class="card next" aria-label="Your draft">
      <p>
        <b>{`You left something here on ${timeWords(draft.savedAt)} without saving it.`}</b>
        {draft.baseVersion !== version && ' It was saved by somebody since: you will see both texts.'}
      </p>
      <div class="buttons">
        <a class="button" href={`${stepHref(reviewId, step)}?draft=use`}>
          Use it
        </a>
        <form method="post" action={`${draftHref(reviewId, step)}/throw-away`}>
          <SubmitButton kind="second">Throw it away</SubmitButton>
        </form>
      </div>
    </section>
  );
}
