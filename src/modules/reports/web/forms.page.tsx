import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { ButtonRow, LinkButton } from '#src/ui/buttons.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { type KnownForm, listForms } from '../queries/list-forms.ts';
import { aboutNobody, formHref, formsHref } from './form-of.ts';

const columns = [
  { key: 'name', label: 'Form', isRowHead: true },
  { key: 'of', label: 'Whose it is' },
  { key: 'mapped', label: 'Places with a fact', isNumber: true },
  { key: 'files', label: 'To keep' },
] as const;

/** The forms that can be filled for a pupil: those of authorities, and those that Sendero brings. */
export default page({
  path: '/school/forms',
  params: z.object({}),
  may: 'form.fill',
  about: aboutNobody,
  section: 'School',
  title: 'Forms',
  load: async ({ tx }) => ({ forms: await listForms(tx) }),
  view: ({ subject: { forms } }) => {
    const own = forms.filter(({ kind }) => kind === 'own');
    return (
      <>
        <BackLink href="/school">School</BackLink>
        <PageHead
          title="Forms"
          lead="An authority’s own Word form is told once which fact goes where, and then fills itself for any pupil. Open a pupil’s documents to fill one."
        />
        <ButtonRow>
          <LinkButton href={`${formsHref}/new`}>Add a form</LinkButton>
        </ButtonRow>
        {own.length === 0 && (
          <EmptyState title="No form of an authority yet">
            <p>Add the empty Word file. Sendero finds the places in it and suggests what goes there.</p>
          </EmptyState>
        )}
        <Sheet label="Forms">
          <DataTable
            caption="Forms"
            columns={columns}
            groups={[
              { label: 'Forms of authorities', rows: own.map(rowOf) },
              {
                label: 'Forms that Sendero brings',
                rows: forms.filter(({ kind }) => kind === 'shipped').map(rowOf),
              },
            ].filter(({ rows }) => rows.length > 0)}
          />
        </Sheet>
      </>
    );
  },
});

const rowOf = (form: KnownForm) => ({
  name: <a href={formHref(form.key)}>{form.name}</a>,
  of: form.kind === 'own' ? (form.authority ?? 'Not said') : form.why,
  mapped: form.kind === 'own' ? form.mapping.length : 'All that Sendero knows',
  files: (
    <>
      <a href={`${formHref(form.key)}/form.docx`}>Word file</a>
      {' · '}
      <a href={`${formHref(form.key)}/mapping.json`}>Mapping</a>
      <span class="govuk-visually-hidden"> of {form.name}</span>
    </>
  ),
});
