import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { setDocumentPeriod } from '../commands/set-document-period.ts';
import { documentPeriodForm } from '../domain/document.form.ts';
import { kindLabel } from '../domain/document-kinds.ts';
import { type KeptPeriod, periodWords } from '../domain/document-period.ts';
import { listDocumentPeriods } from '../queries/list-document-periods.ts';

const { fields } = documentPeriodForm;

/** How long each kind of document is kept, and where the school sets it otherwise. */
export default page({
  path: '/documents/periods',
  params: z.object({}),
  may: 'school.manage',
  about: { none: 'It shows periods, no pupil' },
  section: 'School',
  title: 'How long documents are kept',
  load: async ({ tx }): Promise<readonly KeptPeriod[]> => listDocumentPeriods(tx),
  form: documentPeriodForm,
  view: ({ subject, attempt }) => (
    <>
      <BackLink href="/documents">All documents</BackLink>
      <PageHead
        title="How long documents are kept"
        lead="Guidance, not law: 31 years from birth is the advice of the Information and Records Management Society for SEN files. Your records schedule may say otherwise."
      />
      <Sheet label="Kinds and periods">
        <DataTable
          caption="How long each kind is kept"
          columns={[
            { key: 'kind', label: 'Kind', isRowHead: true },
            { key: 'period', label: 'Kept for' },
            { key: 'why', label: 'Why', isQuiet: true },
          ]}
          rows={subject.map((period) => ({
            kind: kindLabel(period.kind),
            period: periodWords(period),
            why: period.why ?? 'The usual period',
          }))}
        />
      </Sheet>
      <h2>Set another period</h2>
      <PostForm attempt={attempt} submit="Set the period">
        <FormField of={fields.kind} attempt={attempt} />
        <FormField of={fields.years} attempt={attempt} />
        <FormField of={fields.from} attempt={attempt} />
        <FormField of={fields.why} attempt={attempt} />
      </PostForm>
    </>
  ),
  submit: async ({ tx, values: { kind, years, from, why } }) => {
    await setDocumentPeriod(tx, { kind, period: { years, from }, why });
    return goTo('/documents/periods', 'Period set');
  },
});
