import { keyWorkerForm, nobody } from '#src/modules/pupils/index.ts';
import { listStaff, staffName } from '#src/modules/school/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { aboutMany, keepGiven, loadChange, OfBulkChange, pastDraft } from './draft-of.ts';
import { pupilsWords } from './several-words.ts';

const { fields } = keyWorkerForm;

/** The key worker that several pupils shall have. */
export default page({
  path: '/pupils/several/:bulkChangeId/key-worker',
  params: OfBulkChange,
  may: 'register.change',
  section: 'Pupils',
  title: 'Key worker of several pupils',
  form: keyWorkerForm,
  load: async ({ tx, params }) => {
    const change = await loadChange(tx, params.bulkChangeId);
    const { today } = tx.scope;
    return change === null ? null : { change, today, staff: await listStaff(tx, today) };
  },
  about: aboutMany,
  goOn: pastDraft,
  view: ({ subject: { change, staff, today }, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Key worker of several pupils"
        lead={`For ${pupilsWords(change.pupilIds.length)}. The key worker sees them from the first day.`}
      />
      <PostForm attempt={attempt} submit="Show what would change" cancel={{ href: '/pupils/several' }}>
        <FormField
          of={fields.staffId}
          attempt={attempt}
          options={[
            { value: nobody, label: 'Nobody' },
            ...staff.map((one) => ({ value: one.staffId, label: `${staffName(one)}, ${one.post}` })),
          ]}
        />
        <FormField of={fields.fromOn} attempt={attempt} value={today} />
        <FormField of={fields.why} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { change, staff }, values: { staffId, fromOn, why } }) => {
    const chosen = staff.find((one) => one.staffId === staffId);
    if (chosen === undefined && staffId !== nobody)
      return refuse({ staffId: 'Select a key worker, or nobody' });
    const who = { staffId: chosen?.staffId ?? null, name: chosen === undefined ? null : staffName(chosen) };
    return keepGiven(tx, change, { kind: 'key_worker', ...who, fromOn, why });
  },
});
