import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { ExportMenu } from '#src/ui/export-menu.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Warning } from '#src/ui/warning.tsx';
import { mapForm } from '../commands/keep-form.ts';
import { fieldOfPlace, mapFormForm } from '../domain/forms.form.ts';
import type { MappedPlace } from '../domain/mapping.ts';
import { factNamed } from '../facts/all-facts.ts';
import { placesOf } from '../word/open-form.ts';
import {
  aboutNobody,
  changedSince,
  type FormSubject,
  formHref,
  formsHref,
  loadForm,
  OfForm,
} from './form-of.ts';
import { FactList, MappingForm, ShippedSheet } from './mapping.view.tsx';

/** A form with its own headings and tables, and at each place the fact that goes there. */
export default page({
  path: '/school/forms/:formKey',
  params: OfForm,
  may: 'form.fill',
  about: aboutNobody,
  section: 'School',
  title: ({ form }: FormSubject) => form.name,
  wide: true,
  load: (asked): Promise<FormSubject | null> => loadForm(asked),
  form: mapFormForm,
  view: ({ subject, attempt }) => {
    const { form, opened, file } = subject;
    const places = placesOf(opened);
    return (
      <>
        <BackLink href={formsHref}>Forms</BackLink>
        <PageHead
          title={form.name}
          lead={`${places.length} places to fill, ${file.mapping.length} with a fact. The others are written by hand.`}
        />
        {form.kind === 'own' && form.withdrawnWhy !== null && (
          <Warning>This form was withdrawn: {form.withdrawnWhy}</Warning>
        )}
        <div class="buttons">
          <ExportMenu
            ways={[
              { label: 'The empty form, as it came', href: `${formHref(form.key)}/form.docx` },
              {
                label: 'The mapping, to share with other schools',
                href: `${formHref(form.key)}/mapping.json`,
              },
            ]}
          />
          {form.kind === 'own' && form.withdrawnWhy === null && (
            <>
              <LinkButton href={`${formHref(form.key)}/take`} kind="second">
                Take in a mapping
              </LinkButton>
              <LinkButton href={`${formHref(form.key)}/edition`} kind="second">
                New edition
              </LinkButton>
              <a href={`/documents/${form.documentId}`}>Its editions</a>
              <a href={`${formHref(form.key)}/withdraw`}>Withdraw the form</a>
            </>
          )}
        </div>
        {opened.notes.map((note) => (
          <Inset key={note}>{note}</Inset>
        ))}
        <Columns side={<FactList />}>
          {form.kind === 'own' && form.withdrawnWhy === null ? (
            <MappingForm subject={subject} version={form.version} attempt={attempt} />
          ) : (
            <ShippedSheet subject={subject} />
          )}
        </Columns>
      </>
    );
  },
  submit: async ({ tx, subject, values }) => {
    const { form, opened } = subject;
    if (form.kind !== 'own' || form.withdrawnWhy !== null) return refuse('This form cannot be changed');
    const errors: Record<string, string> = {};
    const mapping: MappedPlace[] = [];
    for (const [at, { address, label, heading }] of placesOf(opened).entries()) {
      const words = String(Object.entries(values).find(([name]) => name === fieldOfPlace(at))?.[1] ?? '');
      const fact = words === '' ? undefined : factNamed(words);
      if (words !== '' && fact === undefined)
        errors[fieldOfPlace(at)] = `Sendero has no fact called “${words}”. Choose one of the list`;
      if (fact !== undefined) mapping.push({ address, fact: fact.key, label, heading });
    }
    if (Object.keys(errors).length > 0) return refuse(errors);
    const done = await mapForm(tx, form, { mapping, version: values.version });
    if (!done.ok) return refuse(changedSince);
    return goTo(formHref(form.key), done.value ? 'Mapping kept' : 'Nothing was changed');
  },
});
