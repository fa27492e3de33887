import { noAttempt } from '#src/kernel/form.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { Workbench } from '#src/ui/workbench.tsx';
import { addReportCount } from '../commands/keep-report-counts.ts';
import { yearWords } from '../domain/document.ts';
import { kindsOfDocument } from '../domain/document-kinds.ts';
import { countForm } from '../domain/publishing.form.ts';
import { countWords, type ReportCount } from '../domain/report-facts.ts';
import { listReportCounts } from '../queries/get-report-facts.ts';
import { documentHref, type Held, loadDocument, OfKind } from './document-of-school.ts';
import { Parts } from './part-list.view.tsx';

const { fields } = countForm;
type Subject = Held & { readonly counts: readonly ReportCount[] };

/** What a governors' report counts that no record holds: complaints, compliments and training, by theme and without names. */
export default page({
  path: '/school/published/:document/counts',
  params: OfKind,
  may: 'school.manage',
  about: { none: 'Counts of the school by theme, no pupil' },
  section: 'School',
  title: 'Complaints, compliments and training',
  form: countForm,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadDocument(tx, params.document);
    if (held === null || held.kind !== 'governors_report') return null;
    return { ...held, counts: await listReportCounts(tx, held.document.documentId) };
  },
  view: ({ subject, attempt }) => {
    const { kind, document, counts } = subject;
    const href = documentHref(kind);
    return (
      <>
        <BackLink href={href}>{kindsOfDocument[kind].title}</BackLink>
        <PageHead
          title="Complaints, compliments and training"
          lead={`${kindsOfDocument[kind].title} ${yearWords(document.firstYear)}`}
        />
        <Workbench
          list={<Parts held={subject} at="counts" />}
          side={
            <Card title="What is told of it">
              <p>
                How many of each theme, and all together. Where fewer than five complained or thanked, the
                report names the theme and hides the number.
              </p>
            </Card>
          }
        >
          {counts.length === 0 ? (
            <EmptyState title="Nothing counted yet">
              <p>Enter each theme with how many there were, one after the other.</p>
            </EmptyState>
          ) : (
            <Card>
              <DataTable
                caption="Counts"
                columns={[
                  { key: 'theme', label: 'Theme or topic', isRowHead: true },
                  { key: 'kind', label: 'What' },
                  { key: 'counted', label: 'How many', isNumber: true },
                  { key: 'more', label: '' },
                ]}
                rows={counts.map(({ countId, kind: counted, theme, counted: many }) => ({
                  theme,
                  kind: countWords[counted],
                  counted: many,
                  more: (
                    <PostForm
                      action={`${href}/counts/${countId}/withdraw`}
                      attempt={noAttempt}
                      submit={`Take out: ${theme.slice(0, 40)}`}
                      kind="second"
                    />
                  ),
                }))}
                isStacked
              />
            </Card>
          )}
          <Card title="Add a count">
            <PostForm attempt={attempt} submit="Add">
              <FormField of={fields.kind} attempt={attempt} />
              <FormField of={fields.theme} attempt={attempt} />
              <FormField of={fields.counted} attempt={attempt} />
            </PostForm>
          </Card>
        </Workbench>
      </>
    );
  },
  submit: async ({ tx, subject, values }) => {
    await addReportCount(tx, subject.document, values);
    return goTo(`${documentHref(subject.kind)}/counts`, 'Added');
  },
});
