import { z } from 'zod';
import { middleDate } from '#src/kernel/dates.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawRunCost } from '../commands/run-money.ts';
import { withdrawForm } from '../domain/run.form.ts';
import { findRunOf } from '../queries/find-run-of.ts';
import { listRunCosts } from '../queries/list-money.ts';
import { ofRun, refusalWords, runHref } from './of-run.ts';

/** Takes back a cost that was entered wrongly. */
export default page({
  path: '/provision/costs/:runCostId/withdraw',
  params: z.object({ runCostId: z.uuid() }),
  may: 'cost.manage',
  section: 'Provision',
  title: 'Take a cost back',
  about: ofRun,
  form: withdrawForm,
  load: async ({ tx, params }) => {
    const full = await findRunOf(tx, 'runCosts', params.runCostId);
    const costs = full === null ? [] : await listRunCosts(tx, [full.run.runId]);
    const cost = costs.find(({ runCostId }) => runCostId === params.runCostId);
    return full === null || cost === undefined ? null : { full, cost };
  },
  view: ({ subject: { full, cost }, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Take a cost back"
        lead={`${poundsInWords(cost.pence)} on ${middleDate(cost.onDate)} · ${full.run.name}`}
      />
      <PostForm attempt={attempt} submit="Take back" cancel={{ href: `${runHref(full.run.runId)}/money` }}>
        <HiddenField name="version" value="1" />
        <Card>
          <FormField of={withdrawForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { full, cost }, values }) => {
    const done = await withdrawRunCost(tx, cost, values.why);
    return done.ok ? goTo(`${runHref(full.run.runId)}/money`, 'Taken back') : refuse(refusalWords.stale);
  },
});
