import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FileField } from '#src/ui/file-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { mapForm } from '../commands/keep-form.ts';
import { takeMappingForm } from '../domain/forms.form.ts';
import { MappingFile, takeMapping } from '../domain/mapping.ts';
import { findFact } from '../facts/all-facts.ts';
import { placesOf } from '../word/open-form.ts';
import { aboutNobody, changedSince, type FormSubject, formHref, loadForm, OfOwnForm } from './form-of.ts';

type Subject = FormSubject & { readonly form: { readonly kind: 'own' } };
const isOwn = (subject: FormSubject | null): subject is Subject => subject?.form.kind === 'own';

/** Takes in a mapping that another school made of the same form, or of one with the same words. */
export default page({
  path: '/school/forms/:formTemplateId/take',
  params: OfOwnForm,
  may: 'form.fill',
  about: aboutNobody,
  section: 'School',
  title: ({ form }: Subject) => `Take in a mapping: ${form.name}`,
  load: async (asked): Promise<Subject | null> => {
    const { tx, program, params } = asked;
    const subject = await loadForm({ tx, program, params: { formKey: params.formTemplateId } });
    return isOwn(subject) && subject.form.withdrawnWhy === null ? subject : null;
  },
  form: takeMappingForm,
  view: ({ subject: { form }, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Take in a mapping"
        lead={`It takes the place of the present mapping of ${form.name}. Places that this form does not have are left out and named.`}
      />
      <PostForm
        attempt={attempt}
        submit="Take it in"
        encType="multipart/form-data"
        cancel={{ href: formHref(form.key) }}
      >
        <HiddenField name="version" value={String(form.version)} />
        <FileField
          name="file"
          label={takeMappingForm.fields.file.label}
          hint={takeMappingForm.fields.file.hint}
          error={attempt.errors.file}
          accept=".json"
        />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    const { form, opened, file } = subject;
    const read = MappingFile.safeParse(jsonIn(await values.file.text()));
    if (!read.success) return refuse({ file: 'This is not a mapping that Sendero has exported' });
    const taken = takeMapping({
      file: read.data,
      places: placesOf(opened),
      sha256: file.sha256,
      isFact: (key) => findFact(key) !== undefined,
    });
    if (!taken.ok) return refuse({ file: taken.why });
    const { mapping, left } = taken.value;
    if (mapping.length === 0)
      return refuse({ file: 'None of its places is in this form: it is of another form' });
    const done = await mapForm(tx, form, { mapping, version: values.version });
    if (!done.ok) return refuse(changedSince);
    const rest =
      left.length === 0 ? '' : `; left out: ${left.slice(0, 10).join(', ')}${left.length > 10 ? ' …' : ''}`;
    return goTo(formHref(form.key), `${mapping.length} places taken in${rest}`);
  },
});

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
