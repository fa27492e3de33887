import { listColleagues } from '#src/modules/identity/index.ts';
import { newTaskForm } from '#src/modules/tasks/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { aboutMany, keepGiven, loadChange, OfBulkChange, pastDraft } from './draft-of.ts';
import { pupilsWords } from './several-words.ts';

const { fields } = newTaskForm;

/** The task that somebody shall do for each of several pupils. */
export default page({
  path: '/pupils/several/:bulkChangeId/task',
  params: OfBulkChange,
  may: 'register.change',
  section: 'Pupils',
  title: 'A task for each of several pupils',
  form: newTaskForm,
  load: async ({ tx, params }) => {
    const change = await loadChange(tx, params.bulkChangeId);
    if (change === null) return null;
    return { change, colleagues: await listColleagues(tx, { permission: 'task.own', pupilId: null }) };
  },
  about: aboutMany,
  goOn: pastDraft,
  view: ({ subject: { change, colleagues }, attempt, actor }) => (
    <div class="narrow">
      <PageHead
        title="A task for each of several pupils"
        lead={`${pupilsWords(change.pupilIds.length)}, so as many tasks`}
      />
      <PostForm attempt={attempt} submit="Show what would change" cancel={{ href: '/pupils/several' }}>
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
  submit: async ({
    tx,
    subject: { change, colleagues },
    values: { title, details, dueOn, ownerPersonId },
  }) => {
    const owner = colleagues.find((one) => one.personId === ownerPersonId);
    if (owner === undefined) return refuse({ ownerPersonId: 'Select who does it' });
    const { personId, knownAs } = owner;
    return keepGiven(tx, change, {
      kind: 'task',
      title,
      details,
      dueOn,
      ownerPersonId: personId,
      ownerName: knownAs,
    });
  },
});
