import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawRun } from '../commands/change-run.ts';
import { withdrawForm } from '../domain/run.form.ts';
import { loadRun, OfRun, ofRun, refusalWords, runHref } from './of-run.ts';

/** Takes back a run that was entered by mistake. */
export default page({
  path: '/provision/runs/:runId/withdraw',
  params: OfRun,
  may: 'provision.manage',
  section: 'Provision',
  title: 'Take the group back',
  about: ofRun,
  form: withdrawForm,
  load: ({ tx, params }) => loadRun(tx, params),
  view: ({ subject: { full }, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Take the group back"
        lead={`${full.run.name}. For what was entered by mistake; a group that took place is ended instead.`}
      />
      <PostForm attempt={attempt} submit="Take back" cancel={{ href: runHref(full.run.runId) }}>
        <HiddenField name="version" value={String(full.run.version)} />
        <Card>
          <FormField of={withdrawForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { full }, values }) => {
    if (values.version !== full.run.version) return refuse(refusalWords.stale);
    const done = await withdrawRun(tx, full.run, values.why);
    return done.ok ? goTo('/provision', 'Taken back') : refuse(refusalWords[done.refusal]);
  },
});
