import { z } from 'zod';
import { type Authority, listAuthorities } from '#src/modules/ehcp/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FileField } from '#src/ui/file-field.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { addForm } from '../commands/keep-form.ts';
import { newFormForm } from '../domain/forms.form.ts';
import type { Mapping } from '../domain/mapping.ts';
import { learntFrom, suggestAll } from '../filling/suggestions.ts';
import { listForms } from '../queries/list-forms.ts';
import { placesOf } from '../word/open-form.ts';
import { aboutNobody, formHref, formsHref } from './form-of.ts';
import { largestForm, type TakenForm, takeForm } from './take-form.ts';

type Subject = { readonly authorities: readonly Authority[]; readonly taken: TakenForm | null };

const { fields } = newFormForm;

/** Adds an authority's Word form. What it is is told by its content; it is kept as it came. */
export default page({
  path: '/school/forms/new',
  params: z.object({}),
  may: 'form.fill',
  about: aboutNobody,
  section: 'School',
  title: 'Add a form',
  load: async ({ tx }): Promise<Subject> => ({ authorities: await listAuthorities(tx), taken: null }),
  form: newFormForm,
  largestPost: largestForm + 1024 * 1024,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Add a form"
        lead="Sendero looks for boxes, lines, rows and boxes to tick, and suggests what goes there. You decide on the next page."
      />
      <PostForm
        attempt={attempt}
        submit="Add the form"
        encType="multipart/form-data"
        cancel={{ href: formsHref }}
      >
        <FormField of={fields.name} attempt={attempt} />
        <FormField
          of={fields.authorityId}
          attempt={attempt}
          options={subject.authorities.map(({ authorityId, name }) => ({ value: authorityId, label: name }))}
        />
        <FileField
          name={fields.file.name}
          label={fields.file.label}
          hint={fields.file.hint}
          error={attempt.errors[fields.file.name]}
          accept=".docx"
        />
      </PostForm>
    </div>
  ),
  prepare: async ({ program, subject, values }) => {
    const bytes = new Uint8Array(await values.file.arrayBuffer());
    return { ...subject, taken: await takeForm(program, { fileName: values.file.name, bytes }) };
  },
  submit: async ({ tx, subject, values }) => {
    const { taken } = subject;
    if (taken === null) return refuse({ file: 'Select the form' });
    if (!taken.ok) return refuse({ file: taken.why });
    const authority = subject.authorities.find(({ authorityId }) => authorityId === values.authorityId);
    const forms = await listForms(tx);
    const places = placesOf(taken.opened);
    const likely = suggestAll(
      places,
      learntFrom(forms.flatMap((one) => (one.kind === 'own' ? [one.mapping] : []))),
    );
    const key = await addForm(tx, {
      name: values.name,
      authorityId: authority?.authorityId ?? null,
      authorityName: authority?.name ?? null,
      file: taken.file,
      mapping: places.flatMap(({ address, label, heading }): Mapping => {
        const fact = likely.get(address);
        return fact === undefined ? [] : [{ address, fact, label, heading }];
      }),
    });
    return goTo(formHref(key), `Added. Look through the ${likely.size} facts that Sendero suggests`);
  },
});
