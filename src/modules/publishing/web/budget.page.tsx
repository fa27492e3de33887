import { noAttempt } from '#src/kernel/form.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { Workbench } from '#src/ui/workbench.tsx';
import { addLine } from '../commands/work-on-document.ts';
import { type BudgetLine, yearWords } from '../domain/document.ts';
import { kindsOfDocument } from '../domain/document-kinds.ts';
import { lineForm } from '../domain/publishing.form.ts';
import { BudgetTable } from './budget-table.view.tsx';
import { documentHref, type Held, loadDocument, OfKind } from './document-of-school.ts';
import { Parts } from './part-list.view.tsx';

const { fields } = lineForm;

/** The costs of a strategy: each activity under its principle, with what it is paid from. */
export default page({
  path: '/school/published/:document/budget',
  params: OfKind,
  may: 'school.manage',
  about: { none: 'Sums of the school, no pupil' },
  section: 'School',
  title: 'Budgeted costs',
  form: lineForm,
  load: async ({ tx, params }): Promise<Held | null> => {
    const held = await loadDocument(tx, params.document);
    return held !== null && kindsOfDocument[held.kind].hasBudget ? held : null;
  },
  view: ({ subject, attempt }) => {
    const { kind, document } = subject;
    const href = documentHref(kind);
    const takeOut = ({ lineId, activity }: BudgetLine) => (
      <PostForm
        action={`${href}/budget/${lineId}/withdraw`}
        attempt={noAttempt}
        submit={`Take out: ${activity.slice(0, 40)}`}
        kind="second"
      />
    );
    return (
      <>
        <BackLink href={href}>{kindsOfDocument[kind].title}</BackLink>
        <PageHead
          title="Budgeted costs"
          lead={`${kindsOfDocument[kind].title} ${yearWords(document.firstYear)}: what the school spends, and from what`}
        />
        <Workbench list={<Parts held={subject} at="budget" />} side={<Asked />}>
          {document.lines.length === 0 ? (
            <EmptyState title="No costs yet">
              <p>Enter the activities that the strategy pays for, one after the other.</p>
            </EmptyState>
          ) : (
            <Card>
              <BudgetTable lines={document.lines} beside={takeOut} />
            </Card>
          )}
          <Card title="Add a cost">
            <PostForm attempt={attempt} submit="Add">
              <FormField of={fields.part} attempt={attempt} />
              <FormField of={fields.activity} attempt={attempt} />
              <FormField of={fields.pence} attempt={attempt} />
              <FormField of={fields.source} attempt={attempt} />
            </PostForm>
          </Card>
        </Workbench>
      </>
    );
  },
  submit: async ({ tx, subject, values }) => {
    await addLine(tx, subject.document, values);
    return goTo(`${documentHref(subject.kind)}/budget`, 'Added');
  },
});

function Asked() {
  return (
    <Card title="What is asked for">
      <p>
        The activities that the school invests in, each with what it is planned to cost. The fund is used
        together with the core budget and the notional SEN budget.
      </p>
    </Card>
  );
}
