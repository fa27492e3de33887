import { z } from 'zod';
import { noAttempt } from '#src/kernel/form.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { type Plan, putIntoPlanForm } from '#src/modules/plans/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { CheckboxesField } from '#src/ui/checkboxes-field.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { aboutPupil } from '../pupil/pupil-head.ts';
import { type Beside, findBeside, putInto, wordingBeside } from './beside.ts';
import { Parts, Targets } from './plan-parts.view.tsx';

const { fields } = putIntoPlanForm;

/** A kept document and the plan beside each other: lines of the one are put into the parts of the other. */
export default page({
  path: '/pupils/:pupilId/plan/beside/:documentId',
  params: z.object({ pupilId: PupilId, documentId: z.uuid() }),
  may: 'plan.write',
  about: aboutPupil,
  section: 'Pupils',
  title: 'Write the plan beside a document',
  form: putIntoPlanForm,
  load: ({ tx, params }): Promise<Beside | null> => findBeside(tx, params),
  view: ({ subject, attempt, actor }) => {
    const { pupil, document, plan, lines, fileId } = subject;
    const href = `/pupils/${pupil.pupilId}/plan`;
    return (
      <>
        <BackLink href={`/documents/${document.documentId}`}>Back to the document</BackLink>
        <PageHead
          title="Write the plan beside a document"
          lead={`${pupil.name.forename} ${pupil.name.surname} · ${document.title}`}
        />
        <Columns side={<PlanSide plan={plan} actor={actor} href={href} />}>
          {lines.length === 0 ? (
            <EmptyState title="No words of this document can be read">
              <p>
                It may be a scan, or be waiting to be read.{' '}
                <a href={`/documents/${document.documentId}`}>Open it</a> beside this page, and write the plan
                in its own pages.
              </p>
            </EmptyState>
          ) : (
            <PostForm attempt={attempt} submit="Put into the plan" cancel={{ href, label: 'To the plan' }}>
              <HiddenField name="fileId" value={fileId} />
              <Card>
                <FormField of={fields.into} attempt={attempt} />
                <FormField of={fields.area} attempt={attempt} />
                <SubmitButton kind="second">Put in</SubmitButton>
              </Card>
              <Card>
                <CheckboxesField
                  name="lines"
                  label="What the document says"
                  hint="Tick lines, choose where they go, and put them in"
                  error={attempt.errors.lines}
                  isSmall
                  options={lines.map((label, at) => ({ value: String(at), label }))}
                  values={chosenOf(attempt.values.lines)}
                />
              </Card>
            </PostForm>
          )}
        </Columns>
      </>
    );
  },
  submit: async ({ tx, subject, values, params }) => {
    const done = await putInto(tx, subject, values);
    if (!done.ok) return refuse(wordingBeside[done.refusal]);
    return goTo(`/pupils/${params.pupilId}/plan/beside/${params.documentId}`, done.value);
  },
});

const chosenOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

type SideProps = {
  readonly plan: Plan | null;
  readonly actor: Parameters<typeof Parts>[0]['actor'];
  readonly href: string;
};

function PlanSide({ plan, actor, href }: SideProps) {
  if (plan === null) {
    return (
      <EmptyState title="No plan is being worked with">
        <PostForm action={`${href}/begin`} attempt={noAttempt} submit="Begin a plan" />
        <p class="small">Then come back to this page.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <Parts plan={plan} actor={actor} />
      <Targets plan={plan} actor={actor} evidence={[]} />
    </>
  );
}
