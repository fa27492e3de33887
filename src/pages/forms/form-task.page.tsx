import { z } from 'zod';
import { type Colleague, listColleagues } from '#src/modules/identity/index.ts';
import { findPupil, type Pupil } from '#src/modules/pupils/index.ts';
import { findFact, findForm, type KnownForm, readFormFile } from '#src/modules/reports/index.ts';
import { addTask, newTaskForm } from '#src/modules/tasks/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { fullName } from '../pupil/pupil-head.ts';
import { draftHref, OfPupilForm } from './draft-of.ts';

const { fields } = newTaskForm;
type Subject = {
  readonly pupil: Pupil;
  readonly form: KnownForm;
  /** What the form asks for, as Sendero calls it. */
  readonly wanted: string;
  readonly colleagues: readonly Colleague[];
};

/** Gives what a form still lacks to somebody as a task, and goes back to the form. */
export default page({
  path: '/pupils/:pupilId/forms/:formKey/tasks/:factKey',
  params: OfPupilForm.extend({ factKey: z.string().regex(/^[a-z0-9._-]{1,60}$/) }),
  may: 'form.fill',
  about: ({ pupil }: Subject) => [pupil.pupilId],
  section: 'Pupils',
  title: 'Make a task',
  load: async ({ tx, program, params: { pupilId, formKey, factKey } }): Promise<Subject | null> => {
    const form = await findForm(tx, formKey);
    const file =
      form === null || (form.kind === 'own' && form.withdrawnWhy !== null)
        ? null
        : await readFormFile(program, form);
    const wanted =
      file?.mapping.some(({ fact }) => fact === factKey) === true ? findFact(factKey)?.name : undefined;
    const pupil = wanted === undefined ? null : await findPupil(tx, pupilId);
    if (form === null || wanted === undefined || pupil === null) return null;
    return { pupil, form, wanted, colleagues: await listColleagues(tx, { permission: 'task.own', pupilId }) };
  },
  form: newTaskForm,
  view: ({ subject: { pupil, form, wanted, colleagues }, attempt, actor }) => (
    <div class="narrow">
      <PageHead title="Make a task" lead={`${form.name} · ${fullName(pupil)}`} />
      <PostForm
        attempt={attempt}
        submit="Make the task"
        cancel={{ href: draftHref(pupil.pupilId, form.key) }}
      >
        <FormField of={fields.title} attempt={attempt} value={`Record: ${wanted}`} />
        <FormField
          of={fields.ownerPersonId}
          attempt={attempt}
          value={actor.personId}
          options={colleagues.map((one) => ({ value: one.personId, label: one.knownAs }))}
        />
        <FormField of={fields.dueOn} attempt={attempt} />
        <FormField of={fields.details} attempt={attempt} value={`The form “${form.name}” asks for it.`} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, params: { pupilId }, subject: { form, colleagues }, values }) => {
    const owner = colleagues.find((one) => one.personId === values.ownerPersonId);
    if (owner === undefined) return refuse({ ownerPersonId: 'Select who does it' });
    const given = { ...values, pupilId, ownerPersonId: owner.personId };
    await addTask(tx, { ...given, origin: 'by_hand', audience: 'staff' });
    return goTo(draftHref(pupilId, form.key), `Task made for ${owner.knownAs}`);
  },
});
