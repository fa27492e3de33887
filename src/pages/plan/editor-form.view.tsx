import type { ComponentChildren } from 'preact';
import type { Attempt } from '#src/kernel/form.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { DraftPart, PlanDraft } from '#src/modules/plans/index.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { ButtonRow, SubmitButton } from '#src/ui/buttons.tsx';
import { ErrorSummary } from '#src/ui/error-summary.tsx';
import { summaryOf } from '#src/ui/post-form.tsx';
import { draftHref } from './draft-part.ts';
import { partHref, planHref } from './plan-editor.ts';

export type EditorFormProps = {
  readonly pupilId: PupilId;
  readonly part: DraftPart;
  readonly attempt: Attempt;
  /** The words of the first button: what it does, and where it goes on. */
  readonly next: string;
  readonly children: ComponentChildren;
};

/** The form in the middle: two ways to save, and a line that says when a draft was kept of what is not saved yet. */
export function EditorForm({ pupilId, part, attempt, next, children }: EditorFormProps) {
  const errors = summaryOf(attempt);
  return (
    <>
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      <form class="post editor" method="post" novalidate data-draft={draftHref(pupilId, part)}>
        {children}
        <ButtonRow>
          <SubmitButton name="goOn" value="next">
            {next}
          </SubmitButton>
          <SubmitButton kind="second">Save</SubmitButton>
          <a href={planHref(pupilId)}>Cancel</a>
        </ButtonRow>
        <p class="small quiet" data-draft-said>
          Nobody sees what you write before you save it.
        </p>
      </form>
    </>
  );
}

/** Words that the writer left unsaved: to be used or thrown away. */
export function DraftOffer({
  pupilId,
  part,
  draft,
  version,
}: {
  readonly pupilId: PupilId;
  readonly part: DraftPart;
  readonly draft: PlanDraft;
  readonly version: number;
}) {
  return (
    <section class="card next" aria-label="Your draft">
      <p>
        <b>{`You left something here on ${timeWords(draft.savedAt)} without saving it.`}</b>
        {draft.baseVersion !== version && ' It was saved by somebody since: you will see both texts.'}
      </p>
      <div class="buttons">
        <a class="button" href={`${partHref(pupilId, part)}?draft=use`}>
          Use it
        </a>
        <form method="post" action={`${draftHref(pupilId, part)}/throw-away`}>
          <SubmitButton kind="second">Throw it away</SubmitButton>
        </form>
        <a href={draftHref(pupilId, part)}>Read it</a>
      </div>
    </section>
  );
}
