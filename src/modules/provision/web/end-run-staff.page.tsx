import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { endRunStaff } from '../commands/run-week.ts';
import { endSpellForm } from '../domain/run.form.ts';
import { findRunOf } from '../queries/find-run-of.ts';
import { ofRun, refusalWords, runHref } from './of-run.ts';

/** Ends an adult's time in a run. */
export default page({
  path: '/provision/run-staff/:runStaffId/end',
  params: z.object({ runStaffId: z.uuid() }),
  may: 'provision.manage',
  section: 'Provision',
  title: 'End for somebody',
  about: ofRun,
  form: endSpellForm,
  load: async ({ tx, params }) => {
    const full = await findRunOf(tx, 'runStaff', params.runStaffId);
    const place = full?.staff.find((one) => one.runStaffId === params.runStaffId);
    return full === null || place === undefined ? null : { full, place, today: tx.scope.today };
  },
  view: ({ subject: { full, place, today }, attempt }) => (
    <div class="narrow">
      <PageHead title="End for somebody" lead={`${place.name} · ${full.run.name}`} />
      <PostForm attempt={attempt} submit="End" cancel={{ href: runHref(full.run.runId) }}>
        <HiddenField name="version" value={String(place.version)} />
        <Card>
          <FormField of={endSpellForm.fields.untilOn} attempt={attempt} value={place.untilOn ?? today} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { full, place }, values }) => {
    if (values.version !== place.version) return refuse(refusalWords.stale);
    const done = await endRunStaff(tx, { run: full.run, place, untilOn: values.untilOn });
    return done.ok ? goTo(runHref(full.run.runId), 'Ended') : refuse(refusalWords[done.refusal]);
  },
});
