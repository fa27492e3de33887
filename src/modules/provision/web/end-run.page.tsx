import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { endRun } from '../commands/change-run.ts';
import { endRunForm } from '../domain/run.form.ts';
import { loadRun, OfRun, ofRun, refusalWords, runHref } from './of-run.ts';

/** Ends a run with its last day and why. */
export default page({
  path: '/provision/runs/:runId/end',
  params: OfRun,
  may: 'provision.manage',
  section: 'Provision',
  title: 'End the group',
  about: ofRun,
  form: endRunForm,
  load: ({ tx, params }) => loadRun(tx, params),
  view: ({ subject: { full, today }, attempt }) => (
    <div class="narrow">
      <PageHead
        title="End the group"
        lead={`${full.run.name}. What came of it is said for each pupil on the page of the group.`}
      />
      <PostForm attempt={attempt} submit="End" cancel={{ href: runHref(full.run.runId) }}>
        <HiddenField name="version" value={String(full.run.version)} />
        <Card>
          <FormField of={endRunForm.fields.untilOn} attempt={attempt} value={today} />
          <FormField of={endRunForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { full }, values }) => {
    const { run } = full;
    if (values.version !== run.version) return refuse(refusalWords.stale);
    const done = await endRun(tx, run, values);
    return done.ok ? goTo(runHref(run.runId), 'Ended') : refuse(refusalWords[done.refusal]);
  },
});
