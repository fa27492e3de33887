import { page } from '#src/platform/http/page.tsx';
import { goTo } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { recordRunCost } from '../commands/run-money.ts';
import { runCostForm } from '../domain/run.form.ts';
import { loadRun, OfRun, ofRun, runHref } from './of-run.ts';

const { fields } = runCostForm;

/** Materials, or a service that was bought in, for a run. */
export default page({
  path: '/provision/runs/:runId/costs/new',
  params: OfRun,
  may: 'cost.manage',
  section: 'Provision',
  title: 'Add a cost',
  about: ofRun,
  form: runCostForm,
  load: ({ tx, params }) => loadRun(tx, params),
  view: ({ subject: { full, today }, attempt }) => (
    <div class="narrow">
      <PageHead title="Add a cost" lead={`${full.run.name}. The time of adults is costed by itself.`} />
      <PostForm attempt={attempt} submit="Add" cancel={{ href: `${runHref(full.run.runId)}/money` }}>
        <Card>
          <FormField of={fields.kind} attempt={attempt} value="materials" />
          <FormField of={fields.pounds} attempt={attempt} />
          <FormField of={fields.onDate} attempt={attempt} value={today} />
          <FormField of={fields.words} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { full }, values }) => {
    const { kind, pounds: pence, onDate, words = null } = values;
    await recordRunCost(tx, { run: full.run, kind, pence, onDate, words });
    return goTo(`${runHref(full.run.runId)}/money`, 'Cost added');
  },
});
