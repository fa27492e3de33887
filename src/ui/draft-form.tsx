import type { ComponentChildren } from 'preact';
import type { Attempt } from '#src/kernel/form.ts';
import { ButtonRow, SubmitButton } from './buttons.tsx';
import { Card } from './card.tsx';
import { EmptyState } from './empty-state.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { PageHead } from './page-head.tsx';
import { summaryOf } from './post-form.tsx';

type DraftFormProps = {
  readonly attempt: Attempt;
  /** Where what is typed is kept while it is not saved. */
  readonly draftHref: string;
  /** The words of the first button: what it does, and where it goes on. */
  readonly next: string;
  readonly cancel: string;
  readonly children: ComponentChildren;
};

/** A form with two ways to save, and a line that says when a draft was kept of what is not saved yet. */
export function DraftForm({ attempt, draftHref, next, cancel, children }: DraftFormProps) {
  const errors = summaryOf(attempt);
  return (
    <>
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      <form class="post editor" method="post" novalidate data-draft={draftHref}>
        {children}
        <ButtonRow>
          <SubmitButton name="goOn" value="next">
            {next}
          </SubmitButton>
          <SubmitButton kind="second">Save</SubmitButton>
          <a href={cancel}>Cancel</a>
        </ButtonRow>
        <p class="small quiet" data-draft-said>
          Nobody sees what you write before you save it.
        </p>
      </form>
    </>
  );
}

type DraftOfferProps = {
  readonly draftHref: string;
  /** The form that the words would go back into. */
  readonly formHref: string;
  /** When they were kept, in words. */
  readonly keptAt: string;
  /** Somebody saved it since. */
  readonly isOld: boolean;
};

/** Words that the writer left unsaved: to be used or thrown away. */
export function DraftOffer({ draftHref, formHref, keptAt, isOld }: DraftOfferProps) {
  return (
    <section class="card next" aria-label="Your draft">
      <p>
        <b>{`You left something here on ${keptAt} without saving it.`}</b>
        {isOld && ' It was saved by somebody since: you will see both texts.'}
      </p>
      <div class="buttons">
        <a class="button" href={`${formHref}?draft=use`}>
          Use it
        </a>
        <form method="post" action={`${draftHref}/throw-away`}>
          <SubmitButton kind="second">Throw it away</SubmitButton>
        </form>
        <a href={draftHref}>Read it</a>
      </div>
    </section>
  );
}

type KeptDraftProps = {
  /** Where it is gone on with. */
  readonly formHref: string;
  readonly lead: string;
  /** `24 November, 08:15`; null where nothing is kept. */
  readonly keptAt: string | null;
  readonly children?: ComponentChildren;
};

/** What the writer alone may read of what they left unsaved. */
export function KeptDraft({ formHref, lead, keptAt, children }: KeptDraftProps) {
  return (
    <div class="narrow">
      <PageHead
        title="Your draft"
        lead={keptAt === null ? lead : `${lead} · kept on ${keptAt}, for you alone`}
      />
      {keptAt === null ? (
        <EmptyState title="You have no draft here">
          <p>
            <a href={formHref}>Write</a>
          </p>
        </EmptyState>
      ) : (
        <Card>
          {children}
          <p>
            <a href={`${formHref}?draft=use`}>Go on with it</a>
          </p>
        </Card>
      )}
    </div>
  );
}
