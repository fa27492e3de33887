import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { setThreshold } from '../commands/set-threshold.ts';
import { thresholdForm } from '../domain/map/threshold.form.ts';

const { fields } = thresholdForm;

/** Sets what the school pays itself for a pupil in a year, from a day on. */
export default page({
  path: '/provision/costs/threshold',
  params: z.object({}),
  may: 'cost.manage',
  section: 'Provision',
  title: 'Change the threshold',
  about: { none: 'a figure of the school' },
  form: thresholdForm,
  load: async ({ tx }) => ({ today: tx.scope.today }),
  view: ({ subject: { today }, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Change the threshold"
        lead="Up to this yearly cost a school pays for a pupil’s provision from its own budget. What was said for earlier days stays."
      />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: '/provision/costs' }}>
        <Card>
          <FormField of={fields.pence} attempt={attempt} />
          <FormField of={fields.fromOn} attempt={attempt} value={today} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, values }) => {
    const done = await setThreshold(tx, values);
    return done.ok
      ? goTo('/provision/costs', 'Threshold saved')
      : refuse({ pence: 'Enter an amount above nothing' });
  },
});
