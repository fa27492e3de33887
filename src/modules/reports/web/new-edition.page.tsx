import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FileField } from '#src/ui/file-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { replaceForm } from '../commands/replace-form.ts';
import { newEditionForm } from '../domain/forms.form.ts';
import type { MappedPlace } from '../domain/mapping.ts';
import { carryMapping } from '../domain/next-edition.ts';
import { learntFrom, suggestAll } from '../filling/suggestions.ts';
import { placesOf } from '../word/open-form.ts';
import { aboutNobody, changedSince, type FormSubject, formHref, loadForm, OfOwnForm } from './form-of.ts';
import { largestForm, type TakenForm, takeForm } from './take-form.ts';

type Subject = FormSubject & { readonly form: { readonly kind: 'own' }; readonly taken: TakenForm | null };
const { fields } = newEditionForm;

/** Gives a form its authority's new edition: what was said of places that are still there is kept. */
export default page({
  path: '/school/forms/:formTemplateId/edition',
  params: OfOwnForm,
  may: 'form.fill',
  about: aboutNobody,
  section: 'School',
  title: ({ form }: Subject) => `New edition: ${form.name}`,
  load: async ({ tx, program, params }): Promise<Subject | null> => {
    const subject = await loadForm({ tx, program, params: { formKey: params.formTemplateId } });
    if (subject?.form.kind !== 'own' || subject.form.withdrawnWhy !== null) return null;
    return { ...subject, form: subject.form, taken: null };
  },
  form: newEditionForm,
  largestPost: largestForm + 1024 * 1024,
  view: ({ subject: { form }, attempt }) => (
    <div class="narrow">
      <PageHead
        title="New edition"
        lead={`Of ${form.name}. Places that are still there keep their facts; those that are gone are named. The edition until now is kept, and so is what was filled with it.`}
      />
      <PostForm
        attempt={attempt}
        submit="Take the new edition"
        encType="multipart/form-data"
        cancel={{ href: formHref(form.key) }}
      >
        <HiddenField name="version" value={String(form.version)} />
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
  submit: async ({ tx, subject: { form, file, opened, taken }, values }) => {
    if (taken === null) return refuse({ file: 'Select the new edition' });
    if (!taken.ok) return refuse({ file: taken.why });
    const carried = carryMapping(file.mapping, placesOf(opened), placesOf(taken.opened));
    const likely = suggestAll(carried.added, learntFrom([file.mapping]));
    const suggested = carried.added.flatMap(({ address, label, heading }): MappedPlace[] => {
      const fact = likely.get(address);
      return fact === undefined ? [] : [{ address, fact, label, heading }];
    });
    const mapping = [...carried.mapping, ...suggested];
    const done = await replaceForm(tx, form, {
      file: taken.file,
      mapping,
      gone: carried.gone,
      version: values.version,
    });
    if (!done.ok) return refuse(done.refusal === 'same_file' ? { file: sameFile } : changedSince);
    return goTo(formHref(form.key), toldOf(carried, suggested.length));
  },
});

const sameFile = 'This file was kept for the form before. Nothing was changed';
// The sentence goes with a cookie, which has little room.
const longestList = 10;
const longestLabel = 40;

/** What became of the marks, in a sentence. */
function toldOf({ mapping, gone, added }: ReturnType<typeof carryMapping>, suggested: number): string {
  const names = gone.slice(0, longestList).map(({ label }) => label.slice(0, longestLabel));
  const more = gone.length > longestList ? ' …' : '';
  return [
    `${mapping.length} places keep their fact`,
    gone.length === 0 ? 'none is gone' : `gone: ${names.join(', ')}${more}`,
    `${added.length} new, ${suggested} of them with a fact that Sendero suggests`,
  ].join('; ');
}
