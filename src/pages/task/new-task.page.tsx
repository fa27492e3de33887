import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { type Colleague, listColleagues } from '#src/modules/identity/index.ts';
import { listNamesOf } from '#src/modules/pupils/index.ts';
import { addTask, newTaskForm } from '#src/modules/tasks/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';

const { fields } = newTaskForm;

type Subject = {
  readonly pupil: { readonly pupilId: PupilId; readonly name: string } | null;
  readonly colleagues: readonly Colleague[];
};

/** A task of one's own or for a colleague, about a pupil or about nobody. */
export default page({
  path: '/tasks/new',
  params: z.object({}),
  search: z.object({ pupil: PupilId.optional().catch(undefined) }),
  may: 'task.own',
  about: ({ pupil }: Subject) => (pupil === null ? [] : [pupil.pupilId]),
  section: 'Today',
  title: 'Add a task',
  load: async ({ tx, search }): Promise<Subject | null> => {
    const { pupil: pupilId = null } = search;
    const name = pupilId === null ? undefined : (await listNamesOf(tx, [pupilId])).get(pupilId);
    if (pupilId !== null && name === undefined) return null;
    return {
      pupil: pupilId === null || name === undefined ? null : { pupilId, name },
      colleagues: await listColleagues(tx, { permission: 'task.own', pupilId }),
    };
  },
  form: newTaskForm,
  view: ({ subject: { pupil, colleagues }, attempt, actor }) => (
    <div class="narrow">
      <PageHead title="Add a task" lead={pupil === null ? undefined : `About ${pupil.name}`} />
      <PostForm
        attempt={attempt}
        submit="Add task"
        cancel={{ href: pupil === null ? '/today' : `/pupils/${pupil.pupilId}` }}
      >
        <FormField of={fields.title} attempt={attempt} />
        <FormField of={fields.dueOn} attempt={attempt} />
        <FormField
          of={fields.ownerPersonId}
          attempt={attempt}
          value={actor.personId}
          options={colleagues.map((one) => ({ value: one.personId, label: one.knownAs }))}
        />
        <FormField of={fields.details} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupil, colleagues }, values }) => {
    const owner = colleagues.find((one) => one.personId === values.ownerPersonId);
    if (owner === undefined) return refuse({ ownerPersonId: 'Select who does it' });
    await addTask(tx, {
      ...values,
      pupilId: pupil?.pupilId ?? null,
      ownerPersonId: owner.personId,
      origin: 'by_hand',
      audience: 'notes',
    });
    return goTo('/today', 'Task added');
  },
});
