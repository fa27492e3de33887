import type { Attempt } from '#src/kernel/form.ts';
import { sectionWords } from '#src/modules/plans/index.ts';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorSummary } from '#src/ui/error-summary.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { joinViewsForm } from '../domain/voice.form.ts';
import { familyHref, nameOf } from './family-of-plan.ts';
import type { ToJoin } from './joining.ts';

/** What the plan says, and what is to be added after it. */
export function JoinViews({ of, attempt }: { of: ToJoin; attempt: Attempt }) {
  const { pupil, section, answers, addition } = of;
  const back = familyHref(pupil.pupilId);
  return (
    <div class="narrow">
      <PageHead title={`Add to: ${sectionWords[section.kind].label}`} lead={nameOf(pupil)} />
      {answers.length === 0 ? (
        <>
          {attempt.errors.form !== undefined && <ErrorSummary errors={[{ text: attempt.errors.form }]} />}
          <EmptyState title="Nothing new to add">
            <p>
              What is said from now on comes to <a href={back}>the page of the family</a>.
            </p>
          </EmptyState>
        </>
      ) : (
        <PostForm attempt={attempt} submit="Add to the plan" cancel={{ href: back }}>
          <HiddenField name="version" value={String(section.version)} />
          <HiddenField
            name="upTo"
            value={
              answers
                .map((one) => one.voiceAnswerId)
                .toSorted()
                .at(-1) ?? ''
            }
          />
          <Card>
            <p>The plan says now, and goes on saying:</p>
            <Inset>{section.words ?? 'Nothing yet.'}</Inset>
            <FormField of={joinViewsForm.fields.words} attempt={attempt} value={addition} />
          </Card>
        </PostForm>
      )}
    </div>
  );
}
