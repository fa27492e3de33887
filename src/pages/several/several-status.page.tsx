import { form } from '#src/kernel/form.ts';
import { changeStatusForm } from '#src/modules/register/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { aboutMany, keepGiven, loadChange, OfBulkChange, pastDraft } from './draft-of.ts';
import { pupilsWords } from './several-words.ts';

const { seen: _, ...own } = changeStatusForm.fields;
const statusOfSeveral = form(own);
const { fields } = statusOfSeveral;

/** The status that several pupils shall have. */
export default page({
  path: '/pupils/several/:bulkChangeId/status',
  params: OfBulkChange,
  may: 'register.change',
  section: 'Pupils',
  title: 'SEN status of several pupils',
  form: statusOfSeveral,
  load: async ({ tx, params }) => {
    const change = await loadChange(tx, params.bulkChangeId);
    return change === null ? null : { change, today: tx.scope.today };
  },
  about: aboutMany,
  goOn: pastDraft,
  view: ({ subject: { change, today }, attempt }) => (
    <div class="narrow">
      <PageHead title="SEN status of several pupils" lead={`For ${pupilsWords(change.pupilIds.length)}`} />
      <PostForm attempt={attempt} submit="Show what would change" cancel={{ href: '/pupils/several' }}>
        <Card>
          <FormField of={fields.status} attempt={attempt} />
          <FormField of={fields.fromOn} attempt={attempt} value={today} />
          <FormField of={fields.reason} attempt={attempt} />
          <FormField of={fields.isPlanCeased} attempt={attempt} />
          <FormField of={fields.parentsToldOn} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { change, today }, values }) => {
    if (values.fromOn > today) return refuse({ fromOn: 'From must be today or in the past' });
    if (values.parentsToldOn !== undefined && values.parentsToldOn > today)
      return refuse({ parentsToldOn: 'Parents told on must be today or in the past' });
    return keepGiven(tx, change, { kind: 'status', ...values });
  },
});
